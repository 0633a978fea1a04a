package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) showCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("show CAT PHOTO [--json]", p.words.T("cli.show.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
		id, err := catalog.ParsePhotoID(args[1])
		if err != nil {
			return p.usage(err)
		}
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			return p.show(cmd.Context(), c, id, asJSON)
		})
	})
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// showLine is a photo in show --json. Who asks for one photo asks for all that
// is known about it, also from whom it came.
type showLine struct {
	photoLine
	Source   *string       `json:"source"`
	Arrivals []arrivalLine `json:"arrivals"`
	Claims   []claimLine   `json:"claims"`
}

type arrivalLine struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Batch string `json:"batch"`
}

type claimLine struct {
	Origin   string  `json:"origin"`
	Property string  `json:"property"`
	Raw      string  `json:"raw"`
	Value    *string `json:"value"`
}

func (p *program) show(ctx context.Context, c *workspace.Catalogue, id catalog.PhotoID, asJSON bool) error {
	photo, err := c.Photo(ctx, id)
	if err != nil {
		return err
	}
	common, err := lineOf(c, &photo)
	if err != nil {
		return err
	}
	line := showLine{photoLine: common, Source: known(photo.SourceName), Arrivals: []arrivalLine{}, Claims: []claimLine{}}
	arrivals, err := c.Arrivals(ctx, id)
	if err != nil {
		return err
	}
	for _, a := range arrivals {
		batch, err := c.Batch(ctx, a.Batch)
		if err != nil {
			return err
		}
		line.Arrivals = append(line.Arrivals, arrivalLine{Name: a.Name, Path: a.Path, Batch: batch.Name})
	}
	claims, err := c.Claims(ctx, id)
	if err != nil {
		return err
	}
	for _, claim := range claims {
		line.Claims = append(line.Claims, claimLine{string(claim.Origin), string(claim.Property), claim.Raw, known(claim.Value)})
	}
	if asJSON {
		return p.line(line)
	}
	return p.showInWords(&photo, &line)
}

func (p *program) showInWords(photo *catalog.Photo, line *showLine) error {
	w := p.words
	rows := [][2]string{
		{w.T("cli.show.photo"), photo.ID.String()},
		{w.T("cli.show.name"), photo.Name},
		{w.T("cli.show.file"), p.file(photo)},
		{w.T("cli.show.problem"), w.FileReason(photo.Problem)},
		{w.Property(catalog.PropTaken), p.taken(photo)},
		{w.Property(catalog.PropPosition), p.position(photo)},
		{w.Property(catalog.PropAltitude), p.altitude(photo)},
		{w.T("cli.show.camera"), strings.TrimSpace(photo.Make + " " + photo.Model)},
		{w.Property(catalog.PropLens), photo.Lens},
		{w.Property(catalog.PropExposure), photo.Exposure},
		{w.T("cli.show.status"), w.Status(photo.Status)},
	}
	for i := range photo.Observations {
		label := ""
		if i == 0 {
			label = w.T("cli.show.items")
		}
		rows = append(rows, [2]string{label, p.observation(&photo.Observations[i])})
	}
	rows = append(rows, [][2]string{
		{w.T("cli.show.route"), p.inherited(photo.RouteName, photo.Route.FromBatch)},
		{w.T("cli.show.caption"), photo.Caption},
		{w.T("cli.show.note"), photo.Note},
		{w.T("cli.show.credit"), p.inherited(photo.Credit.Value, photo.Credit.FromBatch)},
		{w.T("cli.show.batch"), photo.BatchName},
		{w.T("cli.show.source"), p.inherited(photo.SourceName, photo.Source.FromBatch)},
	}...)
	for i := 1; i < len(line.Arrivals); i++ {
		rows = append(rows, [2]string{w.T("cli.show.again"), w.T("cli.show.arrival", "name", line.Arrivals[i].Name, "batch", line.Arrivals[i].Batch)})
	}
	rows = append(rows, [][2]string{{w.T("cli.show.original"), line.Path}, {"SHA-256", photo.SHA256}}...)
	for _, row := range rows {
		if row[1] == "" {
			continue
		}
		if err := p.say(cell(row[0], 13) + " " + clean(row[1])); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) file(photo *catalog.Photo) string {
	text := strings.ToUpper(photo.Format) + ", " + p.words.Bytes(photo.Size)
	if photo.Width != nil && photo.Height != nil {
		text += ", " + strconv.Itoa(*photo.Width) + " × " + strconv.Itoa(*photo.Height)
	}
	return text
}

func (p *program) taken(photo *catalog.Photo) string {
	if photo.Taken() == nil {
		return ""
	}
	return p.words.Time(*photo.Taken())
}

func (p *program) position(photo *catalog.Photo) string {
	if photo.Latitude == nil || photo.Longitude == nil {
		return ""
	}
	return p.words.Position(*photo.Latitude, *photo.Longitude)
}

func (p *program) altitude(photo *catalog.Photo) string {
	if photo.Altitude == nil {
		return ""
	}
	return strconv.FormatFloat(*photo.Altitude, 'f', -1, 64) + " m"
}

func (p *program) inherited(text string, fromBatch bool) string {
	if text == "" || !fromBatch {
		return text
	}
	return p.words.T("cli.show.from_batch", "text", text)
}

// observation says what was seen or reported and how it is judged.
func (p *program) observation(o *catalog.Observation) string {
	w := p.words
	text := w.T("cli.show.item", "item", o.ItemName, "status", w.Status(o.Status()))
	if !o.Visible {
		text = w.T("cli.show.item_reported", "item", o.ItemName, "status", w.Status(o.Status()))
	}
	if d := o.Determination; d != nil {
		if d.By != "" {
			text = w.T("cli.show.item_by", "text", text, "by", d.By, "at", d.At.UTC().Format("2006-01-02"))
		}
		if d.Reason != "" {
			text = w.T("cli.show.item_reason", "text", text, "reason", d.Reason)
		}
	}
	return text
}
