package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// name is what the program is called.
const name = "waybillctl"

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           name + " COMMAND",
		Long:          p.words.T("cli.root.long"),
		SilenceErrors: true, SilenceUsage: true, DisableFlagsInUseLine: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              p.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p.help(cmd, p.err)
			return &usageError{p.words.T("cli.usage.no_command")}
		},
	}
	root.PersistentFlags().String(languageFlag, "", p.words.T("cli.flag.lang")) // run has taken it out
	root.PersistentFlags().BoolP("help", "h", false, p.words.T("cli.flag.help"))
	root.SetHelpCommand(&cobra.Command{Use: "help [COMMAND]", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		cmd, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return p.unknownCommand(root, rest)
		}
		p.help(cmd, p.out)
		return nil
	}})
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { p.help(cmd, p.out) })
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return p.see(cmd, p.flagError(err)) })
	root.AddCommand(p.initCommand(), p.importCommand(), p.findCommand(), p.showCommand(), p.tagCommand(), p.observeCommand(), p.suggestCommand(), p.determineCommand(), p.reviewCommand(), p.lotCommand(), p.countCommand(),
		p.rulesCommand(), p.settingCommand(), p.dateCommand(), p.placeCommand(), p.kindCommand(),
		p.rereadCommand(), p.duplicatesCommand(), p.exportCommand(), p.citeCommand(), p.vocabCommand(),
		p.removeCommand(), p.restoreCommand(), p.savedCommand(), p.templateCommand(),
		p.historyCommand(), p.undoCommand(), p.redoCommand(), p.verifyCommand())
	return root
}

// command makes a command that is called with at least min and at most max
// arguments; max < 0 is no limit.
func (p *program) command(use, short string, minArgs, maxArgs int, work func(*cobra.Command, []string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Long: short, DisableFlagsInUseLine: true, RunE: work,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) < minArgs:
				return p.see(cmd, p.words.T("cli.usage.too_few", "usage", cmd.UseLine()))
			case maxArgs >= 0 && len(args) > maxArgs:
				return p.see(cmd, p.words.T("cli.usage.too_many", "argument", args[maxArgs], "usage", cmd.UseLine()))
			}
			return nil
		},
	}
}

// see makes an error of wrong usage that points to the command's help.
func (p *program) see(cmd *cobra.Command, text string) error {
	return &usageError{p.words.T("cli.usage.see", "text", text, "help", cmd.CommandPath()+" --help")}
}

func (p *program) unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	text := p.words.T("cli.usage.unknown_command", "command", args[0])
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		text = p.words.T("error.did_you_mean", "text", text, "matches", strings.Join(near, p.words.T("list.separator")))
	}
	return p.see(cmd, text)
}

// flagError puts what pflag has to say into words.
func (p *program) flagError(err error) string {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		flag := "--" + e.GetSpecifiedName()
		if short := e.GetSpecifiedShortnames(); short != "" {
			flag = "-" + short
		}
		return p.words.T("cli.usage.unknown_flag", "flag", flag)
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return p.words.T("cli.usage.no_value", "flag", "--"+e.GetFlag().Name)
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return p.words.T("cli.usage.bad_value", "flag", "--"+e.GetFlag().Name, "value", e.GetValue())
	}
	return p.words.T("cli.usage.bad_flag", "text", err.Error())
}

// help says how a command is called.
func (p *program) help(cmd *cobra.Command, w io.Writer) {
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", cmd.Long, p.words.T("cli.help.usage"), cmd.UseLine())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", p.words.T("cli.help.commands"))
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				fmt.Fprintf(w, "  %-10s %s\n", c.Name(), c.Short)
			}
		}
	}
	fmt.Fprintf(w, "\n%s\n%s", p.words.T("cli.help.flags"), cmd.Flags().FlagUsages())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", p.words.T("cli.help.status"))
	}
}

// byFlag and jsonFlag add the flags that several commands share.
func (p *program) byFlag(cmd *cobra.Command, by *string) {
	cmd.Flags().StringVar(by, "by", "", p.words.T("cli.flag.by"))
}

func (p *program) jsonFlag(cmd *cobra.Command, asJSON *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, p.words.T("cli.flag.json"))
}

// dashWords lets a query have words that begin with a minus, such as -cart:
// after find and count, only what begins with two is a flag.
func dashWords(args []string) []string {
	switch {
	case len(args) > 0 && (args[0] == "date" || args[0] == "place"):
		return dashText(args)
	case len(args) == 0 || args[0] != "find" && args[0] != "count":
		return args
	}
	flags, words := args[:1:1], []string{"--"}
	for i := 1; i < len(args); i++ {
		switch a := args[i]; {
		case a == "--":
			words = append(words, args[i+1:]...)
			i = len(args)
		case i+1 < len(args) && (a == "--limit" || a == "--sort"):
			flags = append(flags, a, args[i+1])
			i++
		case a == "-h" || strings.HasPrefix(a, "--"):
			flags = append(flags, a)
		default:
			words = append(words, a)
		}
	}
	if len(words) == 1 {
		return flags // so that a flag without its value stays the last
	}
	return append(flags, words...)
}

// dashText lets the text that date and place end with be a number below zero,
// such as a southern latitude.
func dashText(args []string) []string {
	for i, a := range args {
		if a == "--" {
			break
		}
		if len(a) > 1 && a[0] == '-' && strings.ContainsRune("0123456789.", rune(a[1])) {
			rest := append(slices.Clone(args[:i]), args[i+1:]...)
			return append(rest, "--", a)
		}
	}
	return args
}
