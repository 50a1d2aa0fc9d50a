<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Client;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\AuthorizedTransport;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;

/** Sellsy's API v2: base address, JSON, pages, and every way to fail as one kind of failure. */
final class SellsyClient {

	/**
	 * No list that the plugin reads is longer than this many pages; a cursor that never ends must not hold a job for
	 * ever.
	 */
	private const MAX_PAGES = 50;

	private bool $is_for_trials = false;

	public function __construct(
		private readonly AuthorizedTransport $transport,
		private readonly CallLog $log,
		private readonly string $api_url,
	) {}

	/** Whose requests are all trials: what refuses one of them is the answer that is asked for. */
	public function for_trials(): self {
		$client                = clone $this;
		$client->is_for_trials = true;
		return $client;
	}

	/**
	 * @return Answer empty when Sellsy answers without a body.
	 * @throws RemoteFailure
	 */
	public function send( ApiRequest $request ): Answer {
		return $this->log->around(
			$request->method,
			$request->template,
			function () use ( $request ): array {
				$response = $this->exchange( $request );
				return [ $this->answer( $request, $response ), $response->status ];
			},
			$request->is_trial || $this->is_for_trials
		);
	}

	/**
	 * Every element of a list that Sellsy gives page by page (seek: the cursor of each answer asks for the next).
	 *
	 * @param \Closure(Answer): bool|null $is_enough whether nothing that comes after this element is wanted.
	 * @return list<Answer>
	 * @throws RemoteFailure
	 */
	public function all( ApiRequest $request, ?\Closure $is_enough = null ): array {
		$rows   = [];
		$offset = '';
		$pages  = 0;
		do {
			$from   = $offset === '' ? [] : [ 'offset' => $offset ];
			$page   = $this->send( $request->with_query( [ 'limit' => ApiRequest::PAGE ] + $from ) );
			$rows   = [ ...$rows, ...$page->list( 'data' ) ];
			$offset = $page->next_offset();
			if ( $is_enough !== null && $rows !== [] && $is_enough( $rows[ array_key_last( $rows ) ] ) ) {
				return $rows;
			}
			++$pages;
		} while ( $offset !== '' && $pages < self::MAX_PAGES );
		if ( $offset !== '' ) {
			// What lies behind is not known, and unknown is never none.
			throw RemoteFailure::endless( $request->route() );
		}
		return $rows;
	}

	private function exchange( ApiRequest $request ): HttpResponse {
		$body    = $request->json();
		$headers = $body === null ? [] : [ 'Content-Type' => 'application/json' ];
		return $this->transport->send(
			new HttpRequest(
				method: $request->method,
				url: $this->api_url . $request->path(),
				headers: $headers,
				body: $body
			),
			$request->route(),
			static fn( HttpResponse $response ): bool => $response->status === 401
		);
	}

	private function answer( ApiRequest $request, HttpResponse $response ): Answer {
		if ( $response->status < 200 || $response->status >= 300 ) {
			throw ErrorAnswer::failure( $request, $response );
		}
		$data = $response->body === '' ? [] : $response->json();
		if ( $data === null ) {
			throw RemoteFailure::unreadable( $request->route(), $response->status );
		}
		return new Answer( $data, $request->route(), $response->status );
	}
}
