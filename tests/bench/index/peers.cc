// tinycdb, LMDB, SQLite and FlatBuffers as rivals of the index. Errors end the benchmark.

#include <cdb.h>
#include <fcntl.h>
#include <lmdb.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

#include "index/peer.h"
#include "kbx/map_file.h"
#include "peer_generated.h"

namespace kbc {
namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "index benchmark: " << what << " failed\n";
  std::exit(2);
}

class Cdb : public Peer {
 public:
  std::string name() const override { return "tinycdb"; }

  void write(const std::string& path, const std::vector<PeerEntry>& entries) override {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0644);
    cdb_make maker;
    require(cdb_make_start(&maker, file) == 0, "cdb_make_start");
    for (const PeerEntry& entry : entries) {
      const std::string value = packed(entry);
      require(cdb_make_add(&maker, entry.id.data(), static_cast<unsigned>(entry.id.size()),
                           value.data(), static_cast<unsigned>(value.size())) == 0,
              "cdb_make_add");
    }
    require(cdb_make_finish(&maker) == 0, "cdb_make_finish");
    ::close(file);
  }

  void open(const std::string& path) override {
    file_ = ::open(path.c_str(), O_RDONLY);
    require(cdb_init(&cdb_, file_) == 0, "cdb_init");
  }

  void close() override {
    cdb_free(&cdb_);
    ::close(file_);
  }

  std::uint32_t look_up(const std::string& id) override {
    if (cdb_find(&cdb_, id.data(), static_cast<unsigned>(id.size())) <= 0) return 0;
    const void* data = cdb_get(&cdb_, cdb_datalen(&cdb_), cdb_datapos(&cdb_));
    return ends_of_packed({static_cast<const char*>(data), cdb_datalen(&cdb_)});
  }

 private:
  int file_ = -1;
  cdb cdb_{};
};

class Lmdb : public Peer {
 public:
  std::string name() const override { return "LMDB"; }

  void write(const std::string& path, const std::vector<PeerEntry>& entries) override {
    ::unlink(path.c_str());
    MDB_env* environment = start(path, 0);
    MDB_txn* transaction = nullptr;
    require(mdb_txn_begin(environment, nullptr, 0, &transaction) == 0, "mdb_txn_begin");
    MDB_dbi table = 0;
    require(mdb_dbi_open(transaction, nullptr, 0, &table) == 0, "mdb_dbi_open");
    for (const PeerEntry& entry : entries) {
      std::string blob = packed(entry);
      MDB_val key{entry.id.size(), const_cast<char*>(entry.id.data())};
      MDB_val value{blob.size(), blob.data()};
      require(mdb_put(transaction, table, &key, &value, MDB_APPEND) == 0, "mdb_put");
    }
    require(mdb_txn_commit(transaction) == 0, "mdb_txn_commit");
    mdb_env_close(environment);
  }

  void open(const std::string& path) override {
    environment_ = start(path, MDB_RDONLY | MDB_NOLOCK);
    require(mdb_txn_begin(environment_, nullptr, MDB_RDONLY, &transaction_) == 0, "mdb_txn_begin");
    require(mdb_dbi_open(transaction_, nullptr, 0, &table_) == 0, "mdb_dbi_open");
  }

  void close() override {
    mdb_txn_abort(transaction_);
    mdb_env_close(environment_);
  }

  std::uint32_t look_up(const std::string& id) override {
    MDB_val key{id.size(), const_cast<char*>(id.data())};
    MDB_val value;
    if (mdb_get(transaction_, table_, &key, &value) != 0) return 0;
    return ends_of_packed({static_cast<const char*>(value.mv_data), value.mv_size});
  }

 private:
  static MDB_env* start(const std::string& path, unsigned flags) {
    MDB_env* environment = nullptr;
    require(mdb_env_create(&environment) == 0, "mdb_env_create");
    require(mdb_env_set_mapsize(environment, std::size_t{16} << 30) == 0, "mdb_env_set_mapsize");
    require(mdb_env_open(environment, path.c_str(), flags | MDB_NOSUBDIR | MDB_NOSYNC, 0644) == 0,
            "mdb_env_open");
    return environment;
  }

  MDB_env* environment_ = nullptr;
  MDB_txn* transaction_ = nullptr;
  MDB_dbi table_ = 0;
};

class Sqlite : public Peer {
 public:
  std::string name() const override { return "SQLite"; }

  void write(const std::string& path, const std::vector<PeerEntry>& entries) override {
    ::unlink(path.c_str());
    start(path);
    run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;"
        "CREATE TABLE entries (id TEXT UNIQUE NOT NULL, signature TEXT, regex TEXT,"
        " root_cause TEXT, rest BLOB);");
    sqlite3_stmt* insert = prepare("INSERT INTO entries VALUES (?, ?, ?, ?, ?)");
    for (const PeerEntry& entry : entries) {
      int column = 0;
      for (const std::string* text :
           {&entry.id, &entry.signature, &entry.regex, &entry.root_cause}) {
        sqlite3_bind_text(insert, ++column, text->data(), static_cast<int>(text->size()), nullptr);
      }
      sqlite3_bind_blob(insert, 5, entry.rest.data(), static_cast<int>(entry.rest.size()), nullptr);
      require(sqlite3_step(insert) == SQLITE_DONE, "INSERT");
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT; VACUUM;");
    sqlite3_close(database_);
  }

  void open(const std::string& path) override {
    start(path);
    run("PRAGMA mmap_size=17179869184;");
    select_ = prepare("SELECT signature, regex, root_cause FROM entries WHERE id = ?");
  }

  void close() override {
    sqlite3_finalize(select_);
    sqlite3_close(database_);
  }

  std::uint32_t look_up(const std::string& id) override {
    sqlite3_bind_text(select_, 1, id.data(), static_cast<int>(id.size()), nullptr);
    std::uint32_t sum = 0;
    if (sqlite3_step(select_) == SQLITE_ROW) {
      for (int column = 0; column < 3; ++column) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(select_, column));
        sum += ends_of({text, static_cast<std::size_t>(sqlite3_column_bytes(select_, column))});
      }
    }
    sqlite3_reset(select_);
    return sum;
  }

 private:
  void start(const std::string& path) {
    require(sqlite3_open(path.c_str(), &database_) == SQLITE_OK, "sqlite3_open");
  }
  void run(const char* statements) {
    require(sqlite3_exec(database_, statements, nullptr, nullptr, nullptr) == SQLITE_OK,
            statements);
  }
  sqlite3_stmt* prepare(const char* text) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(database_, text, -1, &statement, nullptr) == SQLITE_OK, text);
    return statement;
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* select_ = nullptr;
};

class FlatBuffers : public Peer {
 public:
  std::string name() const override { return "FlatBuffers"; }

  void write(const std::string& path, const std::vector<PeerEntry>& entries) override {
    flatbuffers::FlatBufferBuilder builder;
    std::vector<flatbuffers::Offset<bench::StoredEntry>> rows;
    for (const PeerEntry& entry : entries) {
      const auto rest = builder.CreateVector(
          reinterpret_cast<const std::uint8_t*>(entry.rest.data()), entry.rest.size());
      rows.push_back(bench::CreateStoredEntry(
          builder, builder.CreateString(entry.id), builder.CreateString(entry.signature),
          builder.CreateString(entry.regex), builder.CreateString(entry.root_cause), rest));
    }
    builder.Finish(bench::CreateStoredBase(builder, builder.CreateVectorOfSortedTables(&rows)));
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize());
  }

  void open(const std::string& path) override {
    std::string error;
    file_ = kbx::MappedFile::open(path, error);
    require(error.empty(), "mapping");
    base_ = bench::GetStoredBase(file_.bytes().data());
  }

  void close() override { file_ = kbx::MappedFile(); }

  std::uint32_t look_up(const std::string& id) override {
    const bench::StoredEntry* entry = base_->entries()->LookupByKey(id.c_str());
    if (entry == nullptr) return 0;
    return ends_of(entry->signature()->string_view()) + ends_of(entry->regex()->string_view()) +
           ends_of(entry->root_cause()->string_view());
  }

 private:
  kbx::MappedFile file_;
  const bench::StoredBase* base_ = nullptr;
};

}  // namespace

void append_text(std::string& blob, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  blob.append(reinterpret_cast<const char*>(&size), sizeof size);
  blob.append(text);
}

std::string_view next_text(std::string_view& blob) {
  std::uint32_t size = 0;
  std::memcpy(&size, blob.data(), sizeof size);
  const std::string_view text = blob.substr(sizeof size, size);
  blob.remove_prefix(sizeof size + size);
  return text;
}

std::string packed(const PeerEntry& entry) {
  std::string blob;
  append_text(blob, entry.signature);
  append_text(blob, entry.regex);
  append_text(blob, entry.root_cause);
  return blob + entry.rest;
}

std::uint32_t ends_of_packed(std::string_view blob) {
  std::uint32_t sum = 0;
  for (int text = 0; text < 3; ++text) sum += ends_of(next_text(blob));
  return sum;
}

std::vector<std::unique_ptr<Peer>> all_peers() {
  std::vector<std::unique_ptr<Peer>> peers;
  peers.push_back(std::make_unique<Cdb>());
  peers.push_back(std::make_unique<FlatBuffers>());
  peers.push_back(std::make_unique<Lmdb>());
  peers.push_back(std::make_unique<Sqlite>());
  return peers;
}

}  // namespace kbc
