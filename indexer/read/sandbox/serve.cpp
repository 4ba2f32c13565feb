// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sandbox/serve.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <string>

#include "indexer/read/byte_source.h"
#include "indexer/read/sandbox/channel.h"
#include "indexer/read/sandbox/limits.h"
#include "indexer/read/sandbox/packed_article.h"
#include "indexer/read/unpack/archive_stream.h"

namespace nutgraf::read::sandbox {
namespace {

Parsed parse(std::string_view request, std::span<const Parser> parsers) {
  const std::size_t end = std::min(request.find('\n'), request.size());
  const auto named = [&](const Parser& parser) { return parser.name == request.substr(0, end); };
  const auto parser = std::find_if(parsers.begin(), parsers.end(), named);
  if (parser == parsers.end() || end == request.size()) {
    throw Unreadable("it was given to a parser that this program lacks");
  }
  return parser->parse(request.substr(end + 1));
}

/// Whether the other side is still there.
bool answer(Channel& channel, std::string_view request, std::span<const Parser> parsers) {
  std::string reason;
  try {
    const Parsed parsed = parse(request, parsers);
    for (const FoundArticle& found : parsed.articles) {
      if (!channel.send({FrameKind::Article, packed(found)})) {
        return false;
      }
    }
    return channel.send({FrameKind::Done, std::string(1, static_cast<char>(parsed.why_none))});
  } catch (const std::bad_alloc&) {
    reason = fmt::format("reading it takes more than {} MB of memory", kMemory >> 20U);
  } catch (const std::exception& failure) {
    reason = failure.what();
  }
  return channel.send({FrameKind::Failed, reason});
}

}  // namespace

int serve(std::span<const Parser> parsers) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  (void)std::signal(SIGINT, SIG_IGN);  // the one who asked ends this process when it wants to
  Channel channel(STDIN_FILENO);
  const unpack::Utf8Locale locale;
  give_up_privileges();
  while (const auto request = channel.receive()) {
    limit_processor_time();
    if (request->kind != FrameKind::Request || !answer(channel, request->payload, parsers)) {
      break;
    }
  }
  return 0;
}

}  // namespace nutgraf::read::sandbox
