use super::*;
use proptest::prelude::*;

/// A chunk of a PNG. Nobody looks at checksums.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length[..], kind, data, &[0; 4]].concat()
}

/// A PNG with some chunks between its header and its end.
fn png(width: u32, height: u32, between: &[Vec<u8>]) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    [signature, chunk(b"IHDR", &header), between.concat(), chunk(b"IEND", &[])].concat()
}

fn plain_png(width: u32, height: u32) -> Vec<u8> {
    png(width, height, &[chunk(b"IDAT", &[0; 20])])
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let frame = [&[0xff, 0xc0, 0, 17, 8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[3; 10]].concat();
    [&[0xff, 0xd8, 0xff, 0xe0, 0, 16][..], b"JFIF\0", &[0; 9], &frame, &[0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9]].concat()
}

fn webp(width: u32, height: u32, flags: u8) -> Vec<u8> {
    let side = |pixels: u32| (pixels - 1).to_le_bytes()[..3].to_vec();
    let body = [&b"WEBPVP8X"[..], &10_u32.to_le_bytes(), &[flags, 0, 0, 0], &side(width), &side(height)].concat();
    [&b"RIFF"[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), &body].concat()
}

fn code(bytes: &[u8]) -> String {
    look_at(bytes).unwrap_err().code
}

#[test]
fn the_content_says_what_a_picture_is() {
    let seen = |media_type| Ok(Seen { media_type, width: 320, height: 64 });
    assert_eq!(look_at(&plain_png(320, 64)), seen(MediaType::Png));
    assert_eq!(look_at(&jpeg(320, 64)), seen(MediaType::Jpeg));
    assert_eq!(look_at(&webp(320, 64, 0)), seen(MediaType::Webp));
}

#[test]
fn what_is_no_picture_is_refused() {
    for other in [&b"logo.png"[..], b"GIF89a\x10\0\x10\0", b"MZ", b"%PDF-1.7", b"<html><svg></svg></html>"] {
        assert_eq!(code(other), "picture_unknown");
    }
    assert_eq!(code(b""), "required");
}

#[test]
fn an_svg_is_refused_by_name_however_it_begins() {
    for svg in [
        &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
        b"\xef\xbb\xbf  \n<?xml version='1.0'?><svg/>",
        b"<!DOCTYPE SVG><svg/>",
        b"<!-- made by hand --><svg/>",
        &[0x1f, 0x8b, 8, 0],
    ] {
        assert_eq!(code(svg), "picture_svg");
    }
}

#[test]
fn what_moves_is_refused() {
    assert_eq!(code(&png(32, 32, &[chunk(b"acTL", &[0; 8]), chunk(b"IDAT", &[0; 20])])), "picture_moving");
    assert_eq!(code(&webp(32, 32, 0x02)), "picture_moving");
}

#[test]
fn a_bomb_is_refused_by_what_it_says_it_is() {
    for (width, height) in [(15, 64), (64, 15), (2049, 64), (64, 2049), (60_000, 60_000), (u32::MAX, u32::MAX)] {
        let error = look_at(&plain_png(width, height)).unwrap_err();
        assert_eq!((error.code.as_str(), error.args["width"].as_str()), ("picture_dimensions", &*width.to_string()));
    }
    assert_eq!(code(&jpeg(60_000, 60_000)), "picture_dimensions");
}

/// Some readers take what fills the space between segments for a segment of its own, and so miss
/// the frame that a browser decodes.
#[test]
fn a_jpeg_whose_readers_disagree_about_its_frame_is_refused() {
    let honest = jpeg(64, 64);
    let frame = honest.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    let frame_of = |width: u16, height: u16| {
        [&[0xff, 0xc0, 0, 17, 8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[3; 10]].concat()
    };
    let (before, after) = honest.split_at(frame);
    let filled = [before, &[0xff], after].concat();
    let huge_first = [before, &[0xff], &frame_of(60_000, 60_000), after].concat();
    let in_comment =
        [before, &[0xff, 0xfe, 0, 21], &frame_of(64, 64), &frame_of(60_000, 60_000), &after[19..]].concat();
    for bomb in [filled, huge_first, in_comment] {
        let code = code(&bomb);
        assert!(["picture_incomplete", "picture_dimensions"].contains(&code.as_str()), "{code}");
    }
}

#[test]
fn a_picture_that_is_too_heavy_is_refused_with_its_weight() {
    let error = look_at(&png(32, 32, &[chunk(b"IDAT", &[0; LOGO_BYTES_MAX])])).unwrap_err();
    assert_eq!((error.code.as_str(), error.args["size"].as_str()), ("picture_heavy", "257"));
    assert_eq!(error.args["max"], "256");
}

#[test]
fn what_stands_behind_a_picture_is_refused_with_it() {
    for picture in [plain_png(32, 32), jpeg(32, 32), webp(32, 32, 0)] {
        assert_eq!(code(&[&picture[..], b"<script>"].concat()), "picture_incomplete");
    }
}

#[test]
fn a_picture_without_image_data_is_incomplete() {
    assert_eq!(code(&png(32, 32, &[])), "picture_incomplete");
}

proptest! {
    #[test]
    fn a_picture_that_is_cut_off_is_never_accepted(cut in 1_usize..60) {
        for picture in [plain_png(32, 32), jpeg(32, 32), webp(32, 32, 0)] {
            let part = &picture[..picture.len().saturating_sub(cut)];
            prop_assert!(look_at(part).is_err());
        }
    }

    #[test]
    fn whatever_is_given_is_judged(bytes in prop::collection::vec(any::<u8>(), 0..200), start in 0_usize..4) {
        let starts: [&[u8]; 4] = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP"];
        drop(look_at(&[starts[start], &bytes].concat()));
    }
}
