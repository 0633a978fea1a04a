package box

import (
	"os"
	"syscall"
)

// attributes puts the child into a process group of its own and has it killed
// when its parent is gone.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// confine takes rights away from this process before it sees a picture: it can
// write no file, opens few, leaves no memory image behind when it crashes, and
// gets no more memory than limit and a little: writable private memory counts
// (RLIMIT_DATA, since Linux 4.7), which address space that Go and WebAssembly
// only reserve does not. The watch in the child notices first, if it can.
func confine(limit int64) {
	const beyond = 64 << 20
	for resource, most := range map[int]uint64{
		syscall.RLIMIT_DATA:   uint64(limit) + beyond,
		syscall.RLIMIT_FSIZE:  0,
		syscall.RLIMIT_CORE:   0,
		syscall.RLIMIT_NOFILE: 64,
	} {
		// A system that refuses a limit has the watch and the parent's time limit.
		_ = syscall.Setrlimit(resource, &syscall.Rlimit{Cur: most, Max: most})
	}
}

var essential []string

// group is the process group of a child.
type group struct{}

func contain(*os.Process, int64) (group, error) { return group{}, nil }

func (group) kill(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) }

func (group) release() {}
