// Package versions shows the photos that look alike, in groups around the best
// version of each picture, and unites their tags. It removes nothing. It holds
// no truth: what it shows is read when it comes into view, and again after each
// change. It knows no other view.
package versions
