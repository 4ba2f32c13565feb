// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/unpacker.h"

#include <brotli/decode.h>
#include <bzlib.h>
#include <isa-l/igzip_lib.h>
#include <lzma.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <limits>

namespace nutgraf::read::unpack {
namespace {

const std::uint8_t* as_bytes(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::uint8_t* as_bytes(std::span<char> room) {
  return reinterpret_cast<std::uint8_t*>(room.data());
}

class Inflater final : public Unpacker {
 public:
  explicit Inflater(std::uint32_t wrapper) : wrapper_(wrapper) { restart(); }

  void restart() override {
    isal_inflate_init(state_.get());
    state_->crc_flag = wrapper_;
  }

  Step unpack(std::string_view in, std::span<char> out) override {
    constexpr std::size_t kMost = std::numeric_limits<std::int32_t>::max();
    const std::size_t input = std::min(in.size(), kMost);
    const std::size_t room = std::min(out.size(), kMost);
    state_->next_in = const_cast<std::uint8_t*>(as_bytes(in));  // the library's interface is C
    state_->avail_in = static_cast<std::uint32_t>(input);
    state_->next_out = as_bytes(out);
    state_->avail_out = static_cast<std::uint32_t>(room);
    const int result = isal_inflate(state_.get());
    // Where it fails, the library gives back bytes that it took in the call before.
    const std::size_t left = std::min<std::size_t>(state_->avail_in, input);
    Step step{input - left, room - state_->avail_out, State::More};
    if (result < 0) {
      step.state = State::Damaged;
    } else if (state_->block_state == ISAL_BLOCK_FINISH) {
      step.state = State::Finished;
    }
    return step;
  }

 private:
  std::uint32_t wrapper_;
  std::unique_ptr<inflate_state> state_ = std::make_unique<inflate_state>();
};

class BrotliDecoder final : public Unpacker {
 public:
  BrotliDecoder() { BrotliDecoder::restart(); }

  void restart() override { state_.reset(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)); }

  Step unpack(std::string_view in, std::span<char> out) override {
    std::size_t input = in.size();
    std::size_t room = out.size();
    const std::uint8_t* next_in = as_bytes(in);
    std::uint8_t* next_out = as_bytes(out);
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state_.get(), &input, &next_in, &room, &next_out, nullptr);
    Step step{in.size() - input, out.size() - room, State::More};
    if (result == BROTLI_DECODER_RESULT_ERROR) {
      step.state = State::Damaged;
    } else if (result == BROTLI_DECODER_RESULT_SUCCESS) {
      step.state = State::Finished;
    }
    return step;
  }

 private:
  struct Free {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
  };
  std::unique_ptr<BrotliDecoderState, Free> state_;
};

class ZstdDecoder final : public Unpacker {
 public:
  explicit ZstdDecoder(const std::string& dictionary) {
    constexpr int kWindowLog = 27;  // 128 MB
    ZSTD_DCtx_setParameter(state_.get(), ZSTD_d_windowLogMax, kWindowLog);
    usable_ = ZSTD_isError(ZSTD_DCtx_loadDictionary(state_.get(), dictionary.data(), dictionary.size())) == 0;
  }

  void restart() override {
    ZSTD_DCtx_reset(state_.get(), ZSTD_reset_session_only);
    wanted_ = kLargestHead;
  }

  Step unpack(std::string_view in, std::span<char> out) override {
    if (!usable_) {
      return {0, 0, State::Damaged};
    }
    // Block by block: the library tells nothing of the blocks that it unpacked in a call that then fails.
    ZSTD_inBuffer input{in.data(), std::min(in.size(), wanted_), 0};
    ZSTD_outBuffer room{out.data(), out.size(), 0};
    const std::size_t result = ZSTD_decompressStream(state_.get(), &room, &input);
    Step step{input.pos, room.pos, State::More};
    wanted_ = std::max<std::size_t>(result, 1);
    if (ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge) {
      step.state = State::WindowTooLarge;
    } else if (ZSTD_isError(result) != 0) {
      step.state = State::Damaged;
    } else if (result == 0) {
      step.state = State::Finished;
    }
    return step;
  }

 private:
  struct Free {
    void operator()(ZSTD_DCtx* state) const { ZSTD_freeDCtx(state); }
  };
  static constexpr std::size_t kLargestHead = 18;  // of a frame
  std::unique_ptr<ZSTD_DCtx, Free> state_{ZSTD_createDCtx()};
  std::size_t wanted_ = kLargestHead;  // bytes up to the end of a block
  bool usable_ = false;
};

/// .xz, .lzma or .lz.
class LzmaDecoder final : public Unpacker {
 public:
  explicit LzmaDecoder(Packing packing) : packing_(packing) { LzmaDecoder::restart(); }
  ~LzmaDecoder() override { lzma_end(&state_); }
  LzmaDecoder(const LzmaDecoder&) = delete;
  LzmaDecoder& operator=(const LzmaDecoder&) = delete;
  LzmaDecoder(LzmaDecoder&&) = delete;
  LzmaDecoder& operator=(LzmaDecoder&&) = delete;

  void restart() override {
    constexpr std::uint64_t kMemory = 160UL * 1024 * 1024;
    const lzma_ret result = packing_ == Packing::Lzma   ? lzma_alone_decoder(&state_, kMemory)
                            : packing_ == Packing::Lzip ? lzma_lzip_decoder(&state_, kMemory, 0)
                                                        : lzma_stream_decoder(&state_, kMemory, 0);
    usable_ = result == LZMA_OK;
  }

  Step unpack(std::string_view in, std::span<char> out) override {
    if (!usable_) {
      return {0, 0, State::Damaged};
    }
    state_.next_in = as_bytes(in);
    state_.avail_in = in.size();
    state_.next_out = as_bytes(out);
    state_.avail_out = out.size();
    const lzma_ret result = lzma_code(&state_, LZMA_RUN);
    Step step{in.size() - state_.avail_in, out.size() - state_.avail_out, State::More};
    if (result == LZMA_STREAM_END) {
      step.state = State::Finished;
    } else if (result == LZMA_MEMLIMIT_ERROR) {
      step.state = State::WindowTooLarge;
    } else if (result != LZMA_OK && result != LZMA_BUF_ERROR) {
      step.state = State::Damaged;
    }
    return step;
  }

 private:
  Packing packing_;
  lzma_stream state_ = LZMA_STREAM_INIT;
  bool usable_ = false;
};

class Bzip2Decoder final : public Unpacker {
 public:
  Bzip2Decoder() { Bzip2Decoder::restart(); }
  ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&state_); }
  Bzip2Decoder(const Bzip2Decoder&) = delete;
  Bzip2Decoder& operator=(const Bzip2Decoder&) = delete;
  Bzip2Decoder(Bzip2Decoder&&) = delete;
  Bzip2Decoder& operator=(Bzip2Decoder&&) = delete;

  void restart() override {
    BZ2_bzDecompressEnd(&state_);
    state_ = {};
    usable_ = BZ2_bzDecompressInit(&state_, 0, 0) == BZ_OK;
  }

  Step unpack(std::string_view in, std::span<char> out) override {
    if (!usable_) {
      return {0, 0, State::Damaged};
    }
    constexpr std::size_t kMost = std::numeric_limits<std::int32_t>::max();
    const std::size_t input = std::min(in.size(), kMost);
    const std::size_t room = std::min(out.size(), kMost);
    state_.next_in = const_cast<char*>(in.data());  // the library's interface is C
    state_.avail_in = static_cast<unsigned>(input);
    state_.next_out = out.data();
    state_.avail_out = static_cast<unsigned>(room);
    const int result = BZ2_bzDecompress(&state_);
    Step step{input - state_.avail_in, room - state_.avail_out, State::More};
    if (result == BZ_STREAM_END) {
      step.state = State::Finished;
    } else if (result != BZ_OK) {
      step.state = State::Damaged;
    }
    return step;
  }

 private:
  bz_stream state_ = {};
  bool usable_ = false;
};

}  // namespace

std::unique_ptr<Unpacker> make_unpacker(Packing packing, const std::string& dictionary) {
  switch (packing) {
    case Packing::Gzip:
      return std::make_unique<Inflater>(ISAL_GZIP);
    case Packing::Zlib:
      return std::make_unique<Inflater>(ISAL_ZLIB);
    case Packing::Deflate:
      return std::make_unique<Inflater>(ISAL_DEFLATE);
    case Packing::Brotli:
      return std::make_unique<BrotliDecoder>();
    case Packing::Zstd:
      return std::make_unique<ZstdDecoder>(dictionary);
    case Packing::Xz:
    case Packing::Lzma:
    case Packing::Lzip:
      return std::make_unique<LzmaDecoder>(packing);
    case Packing::Bzip2:
      return std::make_unique<Bzip2Decoder>();
  }
  return nullptr;
}

Unpacked unpack(std::string_view bytes, Unpacker& unpacker, std::size_t limit) {
  constexpr std::size_t kFirstRoom = 64UL * 1024;
  Unpacked unpacked;
  std::size_t used = 0;
  while (unpacked.state == Unpacker::State::More && used < limit) {
    if (used == unpacked.bytes.size()) {
      unpacked.bytes.resize(std::min(limit, std::max(2 * used, kFirstRoom)));
    }
    const Unpacker::Step step = unpacker.unpack(bytes, std::span(unpacked.bytes).subspan(used));
    bytes.remove_prefix(step.taken);
    used += step.given;
    unpacked.state = step.state;
    if (step.taken == 0 && step.given == 0) {
      break;
    }
  }
  unpacked.bytes.resize(used);
  return unpacked;
}

}  // namespace nutgraf::read::unpack
