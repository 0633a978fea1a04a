//go:build unix && !linux

package box

import (
	"os"
	"syscall"
)

// attributes puts the child into a process group of its own. It ends with its
// parent because its input does.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}

// confine takes rights away from this process before it sees a picture: it can
// write no file, opens few, and leaves no memory image behind when it crashes.
// Its memory is held to the limit by the watch in it.
func confine(int64) {
	for resource, most := range map[int]syscall.Rlimit{
		syscall.RLIMIT_FSIZE:  {},
		syscall.RLIMIT_CORE:   {},
		syscall.RLIMIT_NOFILE: {Cur: 64, Max: 64},
	} {
		_ = syscall.Setrlimit(resource, &most)
	}
}

var essential []string

// group is the process group of a child.
type group struct{}

func contain(*os.Process, int64) (group, error) { return group{}, nil }

func (group) kill(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) }

func (group) release() {}
