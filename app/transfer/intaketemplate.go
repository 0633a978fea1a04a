package transfer

import "waybill/app/widgets"

// makeTemplates makes the choice of a template, which is none before there are any.
func (f *intakeForm) makeTemplates(keys *sheetKeys) {
	f.template = widgets.NewSelect(keys.Hand, []string{f.words.T("transfer.template.none")}, func(string) {})
	f.template.SetSelectedIndex(0)
}

// offerTemplates lists the templates, of which none is chosen by itself.
func (f *intakeForm) offerTemplates() {
	options := []string{f.words.T("transfer.template.none")}
	for _, t := range f.known.templates {
		options = append(options, t.Name)
	}
	f.template.SetOptions(options)
}

// templateName gives the template that is chosen, "" for none.
func (f *intakeForm) templateName() string {
	if i := f.template.SelectedIndex(); i > 0 && i <= len(f.known.templates) {
		return f.known.templates[i-1].Name
	}
	return ""
}
