package sqlite

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// commit salts and hashes a payload. The salt keeps anyone from guessing a
// payload that was destroyed from its commitment.
func commit(text []byte) (salt, commitment string) {
	salt = rand.Text()
	return salt, commitmentOf(salt, text)
}

func commitmentOf(salt string, text []byte) string {
	sum := sha256.Sum256(append([]byte(salt), text...))
	return hex.EncodeToString(sum[:])
}

// changeLine and stepLine are what the chain hashes of a change and of a step.
func changeLine(entity string, id int64, commitment string) []byte {
	return fmt.Appendf(nil, "%s\t%d\t%s\n", entity, id, commitment)
}

func stepLine(id int64, at, action string, partOf, of int64, changes int, commitment string) []byte {
	return fmt.Appendf(nil, "%d\t%s\t%s\t%d\t%d\t%d\t%s\n", id, at, action, partOf, of, changes, commitment)
}
