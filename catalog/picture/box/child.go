package box

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// child is a decoder process, seen from its parent. It decodes one picture at a
// time; kill may be called meanwhile.
type child struct {
	in    *os.File // the child's standard input
	out   *os.File // the child's standard output
	cmd   *exec.Cmd
	group group
	ended chan struct{} // closed when the process is gone and the fields below are set

	state *os.ProcessState
	said  tail // on its standard error
}

// start starts a child. A goroutine waits for it until it is gone; close waits
// for that goroutine.
func start(command string, args, env []string, limit int64) (*child, error) {
	childIn, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	out, childOut, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, childIn.Close(), in.Close())
	}
	c := &child{in: in, out: out, ended: make(chan struct{})}
	c.cmd = exec.Command(command, args...)
	c.cmd.Env = environment(env)
	c.cmd.Dir = os.TempDir() // no folder of the user's is held by it
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = childIn, childOut, &c.said
	c.cmd.WaitDelay = time.Second
	c.cmd.SysProcAttr = attributes()
	started := make(chan error, 1)
	go c.watch(started, limit)
	err = errors.Join(<-started, childIn.Close(), childOut.Close())
	if err != nil {
		c.kill()
		c.close()
		return nil, err
	}
	return c, nil
}

// watch starts the process and waits for it. It keeps its thread: on Linux the
// child dies with the thread that started it.
func (c *child) watch(started chan<- error, limit int64) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer close(c.ended)
	err := c.cmd.Start()
	if err == nil {
		c.group, err = contain(c.cmd.Process, limit)
	}
	started <- err
	if c.cmd.Process == nil {
		return
	}
	_ = c.cmd.Wait() // the state says how it ended
	c.group.release()
	c.state = c.cmd.ProcessState
}

// decode sends a picture and reads the answer. An error says that the child is
// of no more use.
func (c *child) decode(data []byte, side int, maxPixels int64) (answer, error) {
	if err := writeRequest(c.in, data, side); err != nil {
		return answer{}, err
	}
	a, err := readAnswer(c.out, side, maxPixels)
	if errors.Is(err, io.EOF) {
		err = errors.New("the decoder ended without an answer")
	}
	return a, err
}

// kill ends the process and all that it may have started.
func (c *child) kill() {
	if c.cmd.Process != nil && !c.over() {
		c.group.kill(c.cmd.Process)
	}
}

// over reports whether the process is gone.
func (c *child) over() bool {
	select {
	case <-c.ended:
		return true
	default:
		return false
	}
}

// close lets the process end for want of input, kills it if it does not, and
// waits until it is gone.
func (c *child) close() {
	const patience = 500 * time.Millisecond
	_ = c.in.Close()
	select {
	case <-c.ended:
	case <-time.After(patience):
		c.kill()
		<-c.ended
	}
	_ = c.out.Close()
}

// hungry reports whether a process that is gone ended for want of memory: by its
// own watch, or when the system gave it no more.
func (c *child) hungry() bool {
	said := c.said.String()
	return c.state != nil && c.state.ExitCode() == statusHungry ||
		strings.Contains(said, "out of memory") || strings.Contains(said, "cannot allocate memory")
}

// environment is what a child is given: no more than the system needs to start
// a program.
func environment(own []string) []string {
	for _, name := range essential {
		if v, ok := os.LookupEnv(name); ok {
			own = append(own, name+"="+v)
		}
	}
	return own
}
