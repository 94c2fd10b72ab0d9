/**
 * Bytes to {@link org.assay.media.Media}: stills by OpenCV, video and sound by an FFmpeg child
 * process, everything else told apart and handed on as a {@link org.assay.media.Document}.
 *
 * <p>Start reading at {@link org.assay.decoding.MediaDecoder}. Every size is checked against {@link
 * org.assay.decoding.Limits} on the file's own header before memory is taken for it. Depends on
 * core, OpenCV and the FFmpeg programs; nothing here opens a network connection.
 */
package org.assay.decoding;
