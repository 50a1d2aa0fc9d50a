<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\Ports\Logger;
use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\HttpTransport;
use OrderInvoicer\Sellsy\Transport\TransportFailure;

defined( 'ABSPATH' ) || exit;

/** Sellsy's API v2: base address, token, JSON, and every way to fail as one kind of failure. */
final class SellsyClient {

	/** The most that Sellsy gives per page. */
	private const PAGE = 100;

	/** No list that the plugin reads is longer than this many pages; a cursor that never ends must not hold a job for ever. */
	private const MAX_PAGES = 50;

	public function __construct(
		private readonly HttpTransport $transport,
		private readonly TokenProvider $tokens,
		private readonly Logger $logger,
		private readonly string $api_url,
	) {}

	/**
	 * @return Answer empty when Sellsy answers without a body.
	 * @throws RemoteFailure
	 */
	public function send( ApiRequest $request ): Answer {
		$started = hrtime( true );
		try {
			$response = $this->authorized( $request );
			$answer   = $this->answer( $request, $response );
		} catch ( RemoteFailure $failure ) {
			$this->log( $request, $failure->status, $started, $failure->kind->value );
			throw $failure;
		}
		$this->log( $request, $response->status, $started, '' );
		return $answer;
	}

	/**
	 * Every element of a list that Sellsy gives page by page (seek: the cursor of each answer asks for the next).
	 *
	 * @return list<Answer>
	 * @throws RemoteFailure
	 */
	public function all( ApiRequest $request ): array {
		$rows   = [];
		$offset = '';
		$pages  = 0;
		do {
			$page   = $this->send( $request->with_query( [ 'limit' => self::PAGE ] + ( $offset === '' ? [] : [ 'offset' => $offset ] ) ) );
			$rows   = [ ...$rows, ...$page->list( 'data' ) ];
			$offset = $page->next_offset();
			++$pages;
		} while ( $offset !== '' && $pages < self::MAX_PAGES );
		if ( $offset !== '' ) {
			// What lies behind is not known, and unknown is never none.
			throw new RemoteFailure( FailureKind::OutcomeUnknown, 200, $request->route(), detail: 'A list without end.' );
		}
		return $rows;
	}

	/** A 401 says that the token was refused before anything was done: one more try with another token is no repetition. */
	private function authorized( ApiRequest $request ): HttpResponse {
		$token    = $this->tokens->access_token();
		$response = $this->exchange( $request, $token );
		if ( $response->status !== 401 ) {
			return $response;
		}
		return $this->exchange( $request, $this->tokens->access_token( $token ) );
	}

	private function exchange( ApiRequest $request, string $token ): HttpResponse {
		$body    = $request->json();
		$headers = [
			'Authorization' => 'Bearer ' . $token,
			'Accept' => 'application/json',
		] + ( $body === null ? [] : [ 'Content-Type' => 'application/json' ] );
		try {
			return $this->transport->send( new HttpRequest( $request->method, $this->api_url . $request->path(), $headers, $body ) );
		} catch ( TransportFailure $failure ) {
			$kind = $failure->may_have_been_sent ? FailureKind::OutcomeUnknown : FailureKind::NotSent;
			throw new RemoteFailure( $kind, 0, $request->route(), detail: $failure->getMessage(), previous: $failure );
		}
	}

	private function answer( ApiRequest $request, HttpResponse $response ): Answer {
		if ( $response->status < 200 || $response->status >= 300 ) {
			throw ErrorAnswer::failure( $request, $response );
		}
		$data = $response->body === '' ? [] : $response->json();
		if ( $data === null ) {
			throw new RemoteFailure( FailureKind::OutcomeUnknown, $response->status, $request->route(), detail: 'Unreadable answer.' );
		}
		return new Answer( $data, $request->route(), $response->status );
	}

	/** The allow-list: nothing else about a request is ever logged. */
	private function log( ApiRequest $request, int $status, int $started, string $kind ): void {
		$context = [
			'method' => $request->method,
			'path'   => $request->template,
			'status' => $status,
			'ms'     => intdiv( hrtime( true ) - $started, 1_000_000 ),
		];
		if ( $kind === '' ) {
			$this->logger->debug( 'Sellsy answered.', $context );
		} else {
			$this->logger->error( 'Sellsy request failed.', $context + [ 'kind' => $kind ] );
		}
	}
}
