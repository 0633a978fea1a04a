// Package places knows places: towns, ports and border crossings by any of
// their names, the country or the border zone a point lies in, and the points
// that people type, paste as map links, or copy from Chinese maps. It reads the
// tables it is given and nothing else, and makes no request to anything. It knows
// no database, no window and no words for users: what is wrong with a text is an
// *Error with a Reason.
package places
