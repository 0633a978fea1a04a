package loupe

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// icon makes a sign of a path of SVG in a square of 24 by 24.
func icon(name, path string) fyne.Resource {
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><path d="` + path + `"/></svg>`
	return theme.NewThemedResource(fyne.NewStaticResource("loupe-"+name+".svg", []byte(svg)))
}

// twoIcon is two pictures side by side.
func twoIcon() fyne.Resource {
	return icon("two", "M2 5h9v14H2z M4 7v10h5V7z M13 5h9v14h-9z M15 7v10h5V7z")
}

// linkedIcon is two links held together, apartIcon the same without what holds them.
func linkedIcon() fyne.Resource {
	return icon("linked", "M2 8h8v2H4v4h6v2H2z M22 8h-8v2h6v4h-6v2h8z M7 11h10v2H7z")
}

func apartIcon() fyne.Resource {
	return icon("apart", "M2 8h7v2H4v4h5v2H2z M22 8h-7v2h5v4h-5v2h7z")
}
