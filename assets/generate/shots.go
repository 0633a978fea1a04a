package main

import (
	"fmt"
	"time"
)

// shot is one sample photo: what is drawn, what its file says, and what the
// demonstration tags it with.
type shot struct {
	file    string
	scene   func(view int) *scene
	view    int
	upright bool // taller than wide
	quality int  // JPEG, 1–100
	meta    *meta
	copyOf  string // file of which this is a re-compressed copy
	screen  string // file that is shown on the telephone's screen of which this is a picture
	side    int    // longest side of what has no metadata, in pixels; 0: messengerSide
	items   string // goods ids, ";" between
	route   string
	status  string
	caption string
}

const viaQuanhe = "hunchun-quanhe-wonjong-rason"

func galaxy() phone {
	return phone{make: "Samsung", model: "SM-G973N", software: "G973NKSU7IWD1", fNumber: [2]uint32{24, 10}, focal: [2]uint32{430, 100}}
}

func mate() phone {
	return phone{
		make: "HUAWEI", model: "VOG-AL00", lens: "HUAWEI VOG-AL00 27mm f/1.6", software: "VOG-AL00 10.1.0.162",
		fNumber: [2]uint32{160, 100}, focal: [2]uint32{5580, 1000}, bigEndian: true,
	}
}

func redmi() phone {
	return phone{
		make: "Xiaomi", model: "M2102J2SC", lens: "Xiaomi M2102J2SC back camera 4.7mm f/1.9", software: "venus-user 12 V13.0.8",
		fNumber: [2]uint32{189, 100}, focal: [2]uint32{474, 100},
	}
}

func compact() phone {
	return phone{make: "NIKON", model: "COOLPIX S3300", software: "COOLPIX S3300V1.0", fNumber: [2]uint32{35, 10}, focal: [2]uint32{46, 10}}
}

// snap describes one exposure. when is a wall time at UTC+8 with milliseconds.
func snap(p phone, when string, orientation uint16, lat, lon, alt float64, speed uint32, iso uint16) *meta {
	t, err := time.Parse("2006-01-02 15:04:05.000", when)
	if err != nil {
		panic(fmt.Sprintf("time of a sample: %v", err))
	}
	m := &meta{phone: p, taken: t, orientation: orientation, exposure: [2]uint32{1, speed}, iso: iso}
	if lat != 0 {
		m.place = &fix{lat: lat, lon: lon, alt: alt}
	}
	return m
}

// zoned adds the offset from UTC, as newer telephones do.
func (m *meta) zoned() *meta {
	m.offset = "+08:00"
	return m
}

// satellite adds the GPS date and time.
func (m *meta) satellite() *meta {
	t := m.taken.Add(-8 * time.Hour)
	m.place.utc = &t
	return m
}

// longest is the longest side of the sample, in pixels.
func (s *shot) longest() int {
	switch {
	case s.meta != nil:
		return cameraSide
	case s.side != 0:
		return s.side
	}
	return messengerSide
}

// shots lists the samples in the order in which they were taken.
func shots() []shot {
	return append(append(town(), customs()...), border()...)
}

// town is 2 July 2023, in Hunchun.
func town() []shot {
	return []shot{
		{file: "20230702_091204.jpg", scene: street, view: 0, quality: 70, meta: snap(galaxy(), "2023-07-02 09:12:04.318", 1, 42.86752, 130.35811, 39.2, 1200, 50).zoned().satellite(), route: viaQuanhe, caption: "A shopping street in Hunchun, Jilin."},
		{file: "20230702_091951.jpg", scene: street, view: 1, upright: true, quality: 68, meta: snap(galaxy(), "2023-07-02 09:19:51.904", 6, 42.86698, 130.35987, 38.6, 1000, 50).zoned().satellite(), route: viaQuanhe},
		{file: "IMG_20230702_101530.jpg", scene: fridges, view: 0, quality: 74, meta: snap(mate(), "2023-07-02 10:15:30.127", 1, 42.85934, 130.37206, 35.0, 60, 200), items: "refrigerator", route: viaQuanhe, status: "sanctioned", caption: "Household refrigerators in a warehouse in Hunchun."},
		{file: "IMG_20230702_101744.jpg", scene: fridges, view: 1, upright: true, quality: 74, meta: snap(mate(), "2023-07-02 10:17:44.650", 8, 42.85936, 130.37209, 35.4, 50, 250), items: "refrigerator", route: viaQuanhe},
		{file: "IMG_20230702_112745.jpg", scene: earphones, view: 0, quality: 74, meta: snap(redmi(), "2023-07-02 11:27:45.012", 1, 42.86341, 130.36120, 41.8, 100, 160).zoned(), items: "earphones", route: viaQuanhe, status: "sanctioned", caption: "Earphones in an open shipping carton."},
		{file: "20230702_140911.jpg", scene: watches, view: 0, quality: 76, meta: snap(galaxy(), "2023-07-02 14:09:11.476", 1, 42.86344, 130.36118, 42.1, 100, 200).zoned().satellite(), items: "smart_watch", route: viaQuanhe, status: "suspected", caption: "A smartwatch in its box."},
		{file: "20230702_141023.jpg", scene: watches, view: 1, quality: 76, meta: snap(galaxy(), "2023-07-02 14:10:23.081", 3, 42.86345, 130.36117, 42.1, 100, 200).zoned(), items: "smart_watch", route: viaQuanhe},
		{file: "IMG_20230702_160012.jpg", scene: engines, view: 0, quality: 68, meta: snap(redmi(), "2023-07-02 16:00:12.733", 1, 42.84877, 130.36854, 33.7, 60, 250).satellite(), items: "motorcycle_engine", route: viaQuanhe, status: "sanctioned", caption: "Petrol motorcycle engines on pallets."},
	}
}

// customs is 3 July 2023: the customs warehouse and the road to the crossing.
func customs() []shot {
	return []shot{
		{file: "IMG_20230703_093210.jpg", scene: carts, view: 0, quality: 58, meta: snap(mate(), "2023-07-03 09:32:10.240", 1, 42.85120, 130.37741, 34.1, 60, 200), items: "shopping_cart", route: viaQuanhe, status: "disputed", caption: "Supermarket carts in a customs warehouse."},
		{file: "IMG_20230703_093355.jpg", scene: carts, view: 1, upright: true, quality: 56, meta: snap(mate(), "2023-07-03 09:33:55.871", 5, 42.85121, 130.37744, 34.0, 60, 200), items: "shopping_cart", route: viaQuanhe},
		{file: "IMG_20230703_094108.jpg", scene: tiles, view: 0, quality: 68, meta: snap(mate(), "2023-07-03 09:41:08.305", 1, 42.85118, 130.37752, 34.2, 60, 250), items: "ceramic_tile", route: viaQuanhe, status: "not-listed", caption: "Ceramic tiles on pallets in a customs warehouse."},
		{file: "IMG_20230703_094236.jpg", scene: tiles, view: 1, quality: 70, meta: snap(mate(), "2023-07-03 09:42:36.990", 2, 42.85119, 130.37755, 34.2, 60, 250), items: "ceramic_tile", route: viaQuanhe},
		{file: "20230703_101812.jpg", scene: cartonsStack, view: 0, quality: 72, meta: snap(galaxy(), "2023-07-03 10:18:12.552", 1, 42.85102, 130.37763, 33.8, 60, 250).zoned(), items: "refrigerator;rice_cooker;fan;tv", route: viaQuanhe, caption: "Household appliances in their cartons."},
		{file: "IMG_20230703_140512.jpg", scene: road, view: 0, quality: 68, meta: snap(redmi(), "2023-07-03 14:05:12.198", 1, 42.74518, 130.41263, 47.5, 1600, 50).zoned().satellite(), route: viaQuanhe, caption: "A box truck on the road from Hunchun to the Quanhe crossing."},
		{file: "IMG_20230703_141140.jpg", scene: road, view: 1, upright: true, quality: 68, meta: snap(redmi(), "2023-07-03 14:11:40.667", 7, 42.69870, 130.45105, 52.3, 1250, 50).zoned().satellite(), route: viaQuanhe},
		{file: "20230703_152733.jpg", scene: road, view: 2, quality: 68, meta: snap(galaxy(), "2023-07-03 15:27:33.019", 1, 42.62954, 130.50918, 44.9, 900, 50).zoned().satellite(), route: viaQuanhe},
	}
}

// border is 4 July 2023 at the crossing, and what came by messenger.
func border() []shot {
	return []shot{
		{file: "20230704_091530.jpg", scene: yard, view: 0, quality: 72, meta: snap(galaxy(), "2023-07-04 09:15:30.845", 1, 42.56712, 130.53148, 28.4, 1400, 50).zoned().satellite(), items: "truck", route: viaQuanhe, caption: "Trucks wait in the customs yard at Quanhe."},
		{file: "20230704_092204.jpg", scene: yard, view: 2, upright: true, quality: 72, meta: snap(galaxy(), "2023-07-04 09:22:04.230", 6, 42.56688, 130.53171, 28.0, 1400, 50).zoned().satellite(), route: viaQuanhe},
		{file: "IMG_20230704_095847.jpg", scene: bridge, view: 0, quality: 68, meta: snap(mate(), "2023-07-04 09:58:47.410", 4, 42.56471, 130.53262, 21.7, 1000, 50), route: viaQuanhe, caption: "Trucks on the bridge from Quanhe to Wonjong."},
		{file: "IMG_20230704_131502.jpg", scene: bridge, view: 2, quality: 68, meta: snap(redmi(), "2023-07-04 13:15:02.084", 1, 42.56023, 130.53395, 20.9, 800, 50).zoned().satellite(), route: viaQuanhe, caption: "The bridge seen from the bank near Wonjong."},
		{file: "mmexport1688456789012.jpg", scene: engines, view: 1, quality: 55, items: "motorcycle_engine", route: viaQuanhe, status: "sanctioned"},
		{file: "KakaoTalk_20230704_183000123.jpg", scene: fridges, view: 2, quality: 55, items: "refrigerator", caption: "Refrigerators in their cartons."},
		{file: "IMG-20230705-WA0012.jpg", copyOf: "IMG_20230703_094108.jpg", quality: 48},
		{file: "IMG-20230705-WA0007.jpg", copyOf: "IMG_20230702_101530.jpg", quality: 42, side: 960},
		{file: "mmexport1688364567890.jpg", copyOf: "IMG_20230702_101530.jpg", quality: 52, items: "refrigerator"},
		{file: "DSCN0412.jpg", scene: cartonsStack, view: 1, quality: 66, meta: snap(compact(), "2000-01-01 00:00:41.000", 1, 0, 0, 0, 60, 200), items: "refrigerator;rice_cooker"},
		{file: "Screenshot_20230705-213045_KakaoTalk.jpg", screen: "20230702_140911.jpg", quality: 80},
		{file: "photo_2023-07-05_10-11-12.jpg", scene: jetty, view: 0, quality: 55, items: "steel", status: "suspected", caption: "Steel coils on a quay."},
	}
}
