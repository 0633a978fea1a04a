package box_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gen2brain/webp"

	"waybill/catalog/picture"
	"waybill/catalog/picture/box"
	"waybill/catalog/picture/box/boxtest"
)

// childrenOf lists the processes whose parent is pid, and their state.
func childrenOf(t *testing.T, pid int) map[int]string {
	t.Helper()
	paths, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	children := map[int]string{}
	for _, path := range paths {
		stat, err := os.ReadFile(path)
		if err != nil {
			continue // it is gone
		}
		var child, parent int
		var state string
		_, behindName, _ := strings.Cut(string(stat), ") ")
		if _, err := fmt.Sscan(behindName, &state, &parent); err != nil || parent != pid {
			continue
		}
		if _, err := fmt.Sscan(string(stat), &child); err != nil {
			t.Fatal(err)
		}
		children[child] = state
	}
	return children
}

// runs reports whether a process is there and no zombie.
func runs(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err == nil && !strings.Contains(string(stat), ") Z ")
}

// await waits until something is so.
func await(t *testing.T, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !so(); {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// TestChildDiesWithParent kills a parent whose child hangs in WebAssembly.
func TestChildDiesWithParent(t *testing.T) {
	parent := exec.Command(os.Args[0])
	parent.Env = append(os.Environ(), parentMark+"=1")
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	child := 0
	await(t, "a child", func() bool {
		for pid := range childrenOf(t, parent.Process.Pid) {
			child = pid
		}
		return child != 0
	})
	await(t, "the child at work", func() bool { return cpuOf(child) > 20 })
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	await(t, "the child gone", func() bool { return !runs(child) })
}

// cpuOf is the CPU time of a process in hundredths of a second.
func cpuOf(pid int) int {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	_, behindName, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(behindName)
	var user, system int
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system); err != nil {
		return 0
	}
	return user + system
}

// TestNoChildIsLeft looks for processes after failures, idleness and Close.
func TestNoChildIsLeft(t *testing.T) {
	data := webpFile(t, quarters(64, 48), webp.Options{})
	for _, behaviour := range []boxtest.Behaviour{boxtest.Fine, boxtest.Panic, boxtest.Hang} {
		b := newBox(t, box.Options{Idle: 100 * time.Millisecond, Timeout: time.Second}, all(behaviour))
		_, _, err := picture.Decoder{Remote: b}.DecodeScaled(t.Context(), data, 32)
		if (err == nil) != (behaviour == boxtest.Fine) {
			t.Error(err)
		}
		if behaviour == boxtest.Fine && len(childrenOf(t, os.Getpid())) != 1 {
			t.Error("the child is not kept for a while")
		}
		await(t, string(behaviour)+" without children", func() bool { return len(childrenOf(t, os.Getpid())) == 0 })
	}
	b := box.New(box.Options{Env: boxtest.Misbehave(all(boxtest.Fine))})
	if _, _, err := (picture.Decoder{Remote: b}).DecodeScaled(t.Context(), data, 32); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if left := childrenOf(t, os.Getpid()); len(left) != 0 {
		t.Errorf("%v left after Close", left)
	}
}

// TestKilledChildIsReplaced kills a child that waits for its next picture.
func TestKilledChildIsReplaced(t *testing.T) {
	data := webpFile(t, quarters(64, 48), webp.Options{})
	d := picture.Decoder{Remote: newBox(t, box.Options{}, all(boxtest.Fine))}
	for range 3 {
		if _, _, err := d.DecodeScaled(t.Context(), data, 32); err != nil {
			t.Fatal(err)
		}
		for pid := range childrenOf(t, os.Getpid()) {
			if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
				t.Fatal(err)
			}
			await(t, "the killed child gone", func() bool { return !runs(pid) && len(childrenOf(t, os.Getpid())) == 0 })
		}
	}
}
