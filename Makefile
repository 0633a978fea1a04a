# Waybill. "make help" lists what there is to do.
SHELL := /bin/bash

TAGS     := nodynamic
HEADLESS := CGO_ENABLED=0 go
CI_TAGS  := ci,$(TAGS)
GUI_TAGS := x11,$(TAGS)
# Without paths of this machine and without tables for debuggers; .ci/size looks that the window stays small.
RELEASE  := -trimpath -ldflags "-s -w"

# What the window is built with on Debian and Ubuntu.
SYSTEM_PACKAGES := gcc libc6-dev pkg-config libgl-dev libx11-dev libxrandr-dev libxinerama-dev libxcursor-dev libxi-dev libxxf86vm-dev

GOFUMPT     := go run mvdan.cc/gofumpt@v0.12.0
STATICCHECK := go run honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Views that are painted in Korean and in Chinese, too.
PICTURES_KO := window-light,window-dark,small,filters-light,search-nothing,warning,loupe-light,loupe-name,loupe-two-light,suggestion-light,exemptions,determination,take-many,batch-light,templates-light,versions-light,groups-light,vocabulary-light,vocabulary-route,vocabulary-small,import,import-list,export,law-light,help,welcome
PICTURES_ZH := window-light,suggestion-light,vocabulary-route,law-light,help,welcome

DEMO := demo/Hunchun.waybill

.PHONY: help demo test build run check race fuzz bench pictures packages clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: packages bin/waybillctl ## set up, import and tag the sample photos, export them, and open the window
	@bash .ci/demo "$(DEMO)"

test: ## run every test; needs no display, no C compiler and no system packages
	$(HEADLESS) test -tags $(CI_TAGS) ./...

build: bin/waybillctl bin/waybill ## build both programs into bin/

bin/waybillctl: FORCE
	$(HEADLESS) build $(RELEASE) -tags $(TAGS) -o $@ ./cmd/waybillctl

bin/waybill: FORCE
	CGO_ENABLED=1 go build $(RELEASE) -tags $(GUI_TAGS) -o $@ ./cmd/waybill

run: packages bin/waybill ## build and open the window
	bin/waybill

check: ## formatting, vet, staticcheck, the import rules, and the tests with the race detector
	@unformatted="$$($(GOFUMPT) -l .)"; if [ -n "$$unformatted" ]; then echo "gofumpt would change:"; echo "$$unformatted"; exit 1; fi
	go vet -tags $(CI_TAGS) ./...
	$(STATICCHECK) -tags $(CI_TAGS) ./...
	$(HEADLESS) test -tags $(CI_TAGS) -run TestImportRules ./cmd
	$(MAKE) race

# What only computes and is not ours is not watched by the race detector, which
# would take most of its time there: SQLite, shaping and drawing of text, decoders.
UNWATCHED := modernc.org/... github.com/go-text/... golang.org/x/image/... golang.org/x/text/... github.com/srwiley/... \
	github.com/fyne-io/... github.com/disintegration/... github.com/tetratelabs/... github.com/gen2brain/... image/... compress/... hash/... encoding/... crypto/...
race: ## the tests with the race detector (needs a C compiler), but of what draws the samples
	WAYBILL_PHOTOS= CGO_ENABLED=1 go test -race -short -timeout 20m -tags $(CI_TAGS) $(foreach p,$(UNWATCHED),-gcflags='$(p)=-race=false') \
	  $$(go list -tags $(CI_TAGS) ./... | grep -v /assets/generate)

FUZZTIME ?= 2s
fuzz: ## run every fuzz target for FUZZTIME each
	@bash .ci/fuzz $(FUZZTIME)

bench: ## measure; the large catalogues take about ten minutes to make
	$(HEADLESS) test -tags $(CI_TAGS) -run xxx -bench . -benchmem -timeout 60m ./...

pictures: ## render every view to docs/pictures without a display
	$(HEADLESS) run -tags $(CI_TAGS) ./app/pictures docs/pictures
	$(HEADLESS) run -tags $(CI_TAGS) ./app/pictures -language ko -only $(PICTURES_KO) docs/pictures/ko
	$(HEADLESS) run -tags $(CI_TAGS) ./app/pictures -language zh -only $(PICTURES_ZH) docs/pictures/zh

packages: # install what the window is built with where it is missing
	@bash .ci/packages $(SYSTEM_PACKAGES)

clean: ## remove what was built and the demo
	rm -rf bin demo

FORCE:
