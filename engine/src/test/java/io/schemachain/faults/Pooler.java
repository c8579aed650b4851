package io.schemachain.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A pooler of PostgreSQL, between clients of one database and one user and a server that trusts
 * them: it gives each transaction, or each client, a session of the server. It speaks as much of
 * the protocol as a driver that runs statements needs.
 */
final class Pooler implements AutoCloseable {
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;
  private static final int CANCEL_REQUEST = 80877102;

  /** When a session goes back. */
  enum Mode {
    SESSION,
    TRANSACTION
  }

  /** Which of the idle sessions is given away. */
  enum Order {
    LAST_USED,
    LONGEST_IDLE
  }

  private final ServerSocket door;
  private final int port;
  private final Mode mode;
  private final Order order;
  private final Deque<Session> idle = new ArrayDeque<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * @param port of the server, on this machine
   */
  Pooler(int port, Mode mode, Order order) {
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      this.port = port;
      this.mode = mode;
      this.order = order;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private record Message(int type, ByteBuffer body) {
    static Message read(DataInputStream input) throws IOException {
      int type = input.readUnsignedByte();
      byte[] body = new byte[input.readInt() - 4];
      input.readFully(body);
      return new Message(type, ByteBuffer.wrap(body));
    }

    void write(DataOutputStream output) throws IOException {
      output.writeByte(type);
      output.writeInt(body.capacity() + 4);
      output.write(body.array(), body.arrayOffset(), body.capacity());
    }
  }

  /** One end of a connection. */
  private record Wire(DataInputStream input, DataOutputStream output) {
    static Wire of(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      return new Wire(
          new DataInputStream(new BufferedInputStream(socket.getInputStream())),
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
    }
  }

  /** A session of the server, with what it said when it began. */
  private record Session(Wire wire, List<Message> greeting) {}

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        sockets.add(client);
        start(() -> serve(client));
      }
    } catch (IOException e) {
      closeAll(); // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Wire client = Wire.of(socket);
      byte[] startup = startup(client);
      if (startup.length == 0) {
        return;
      }
      Session session = take(startup);
      for (Message message : session.greeting()) {
        message.write(client.output());
      }
      client.output().flush();
      if (mode == Mode.TRANSACTION) {
        giveBack(session);
      }
      serve(client, startup, mode == Mode.TRANSACTION ? null : session);
    } catch (IOException e) {
      // One of the two is gone.
    }
  }

  /** Until the client goes; a session that it has by then goes as well. */
  private void serve(Wire client, byte[] startup, @Nullable Session given) throws IOException {
    Session session = given;
    for (Message message = Message.read(client.input());
        message.type() != 'X';
        message = Message.read(client.input())) {
      if (session == null) {
        session = take(startup);
      }
      Wire server = session.wire();
      message.write(server.output());
      if (message.type() == 'Q' || message.type() == 'S') {
        server.output().flush();
        boolean idleNow = answer(server, client) == 'I';
        if (idleNow && mode == Mode.TRANSACTION) {
          giveBack(session);
          session = null;
        }
        client.output().flush();
      } else if (message.type() == 'H') {
        server.output().flush();
      }
    }
  }

  /** What the server says up to the end of a request; returns the state of the transaction. */
  private static int answer(Wire server, Wire client) throws IOException {
    while (true) {
      Message message = Message.read(server.input());
      message.write(client.output());
      if (message.type() == 'Z') {
        return message.body().get(0);
      }
    }
  }

  /** The parameters of a client; nothing where it wants something else than a session. */
  private static byte[] startup(Wire client) throws IOException {
    while (true) {
      byte[] body = new byte[client.input().readInt() - 4];
      client.input().readFully(body);
      int code = ByteBuffer.wrap(body).getInt();
      if (code == CANCEL_REQUEST) {
        return new byte[0];
      }
      if (code != SSL_REQUEST && code != GSS_REQUEST) {
        return body;
      }
      client.output().writeByte('N');
      client.output().flush();
    }
  }

  private Session take(byte[] startup) throws IOException {
    synchronized (idle) {
      Session session = order == Order.LAST_USED ? idle.pollFirst() : idle.pollLast();
      if (session != null) {
        return session;
      }
    }
    return connect(startup);
  }

  private void giveBack(Session session) {
    synchronized (idle) {
      idle.addFirst(session);
    }
  }

  private Session connect(byte[] startup) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    sockets.add(socket);
    Wire wire = Wire.of(socket);
    wire.output().writeInt(startup.length + 4);
    wire.output().write(startup);
    wire.output().flush();
    List<Message> greeting = new ArrayList<>();
    Message message;
    do {
      message = Message.read(wire.input());
      greeting.add(message);
    } while (message.type() != 'Z' && message.type() != 'E');
    return new Session(wire, greeting);
  }

  private void closeAll() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "pooler");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closeAll();
  }
}
