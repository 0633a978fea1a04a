package sqlite

import (
	"database/sql"
	"errors"

	"waybill/catalog"
)

// state writes what a person says about a photo: one claim for each property
// and person's origin, which a later statement replaces.
func (d *door) state(photo catalog.PhotoID, by catalog.Origin, s catalog.Statement) error {
	key := claimKey{origin: by, property: s.Property}
	if s.Value == "" {
		return d.dropClaim(photo, key)
	}
	return d.putClaim(photo, key, s.Raw, s.Value)
}

// claimKey tells a photo's claims apart.
type claimKey struct {
	origin   catalog.Origin
	property catalog.Property
	n        int
}

func keyOf(c catalog.Claim) claimKey {
	return claimKey{origin: c.Origin, property: c.Property, n: c.N}
}

// claimID finds a claim, 0 when there is none.
func (d *door) claimID(photo catalog.PhotoID, k claimKey) (int64, error) {
	var id int64
	err := d.queryRow("SELECT id FROM claim WHERE photo = ? AND origin = ? AND property = ? AND n = ?",
		photo, string(k.origin), string(k.property), k.n).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, err
}

func (d *door) putClaim(photo catalog.PhotoID, k claimKey, raw, value string) error {
	id, err := d.claimID(photo, k)
	if err != nil {
		return err
	}
	if id != 0 {
		return d.set(entClaim, id, row{"raw": raw, "value": value})
	}
	_, err = d.add(entClaim, row{
		"photo": int64(photo), "origin": string(k.origin), "property": string(k.property), "n": k.n, "raw": raw, "value": value,
	})
	return err
}

func (d *door) dropClaim(photo catalog.PhotoID, k claimKey) error {
	id, err := d.claimID(photo, k)
	if err != nil || id == 0 {
		return err
	}
	before, err := d.get(entClaim, id)
	if err != nil {
		return err
	}
	return d.put(entClaim, id, before, nil)
}

// addClaims adds what another arrival of a photo says of it, such as the name it
// had there. What is claimed already is not claimed again.
func (d *door) addClaims(photo catalog.PhotoID, claims []catalog.Claim) error {
	if len(claims) == 0 {
		return nil
	}
	known, err := claimsOf(d.ctx, d, photo)
	if err != nil {
		return err
	}
	for _, c := range catalog.MergeClaims(known, claims)[len(known):] {
		if err := d.putClaim(photo, keyOf(c), c.Raw, c.Value); err != nil {
			return err
		}
	}
	return nil
}

// replaceClaims makes the claims that machines make about a photo these, and
// leaves those of people alone.
func (d *door) replaceClaims(photo catalog.PhotoID, claims []catalog.Claim) error {
	known, err := claimsOf(d.ctx, d, photo)
	if err != nil {
		return err
	}
	now := map[claimKey]bool{}
	for _, c := range claims {
		now[keyOf(c)] = true
		if err := d.putClaim(photo, keyOf(c), c.Raw, c.Value); err != nil {
			return err
		}
	}
	for _, c := range known {
		if c.ID != 0 && !c.Origin.IsPerson() && !now[keyOf(c)] {
			if err := d.dropClaim(photo, keyOf(c)); err != nil {
				return err
			}
		}
	}
	return nil
}
