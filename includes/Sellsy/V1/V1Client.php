<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\AuthorizedTransport;
use OrderInvoicer\Sellsy\Client\CallLog;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\WordPress\System\SystemSleep;

/**
 * Sellsy's older API: one address, a method and its parameters in a form, the token of API v2 with the scope `api-v1`.
 * It answers HTTP 200 to errors too. Only what v2 lacks goes through here.
 *
 * @assumes v1-success
 */
final class V1Client {

	public function __construct(
		private readonly AuthorizedTransport $transport,
		private readonly CallLog $log,
		private readonly string $url,
		private readonly V1Pace $pace = new V1Pace( new SystemSleep() ),
	) {}

	/**
	 * @param array<string, mixed> $params
	 * @param bool                 $is_trial a refusal is the answer that is asked for.
	 * @throws RemoteFailure of kind V1Missing when the connection has no right to this method.
	 */
	public function call( string $method, array $params, bool $is_trial = false ): V1Answer {
		return $this->log->around(
			'POST',
			V1Errors::route( $method ),
			function () use ( $method, $params ): array {
				$response = $this->exchange( $method, $params );
				return [ $this->answer( $method, $response ), $response->status ];
			},
			$is_trial
		);
	}

	/**
	 * For what has no answer of its own: `status: success` says that it is done, whatever stands beside it.
	 *
	 * @param array<string, mixed> $params
	 * @throws RemoteFailure of kind V1Missing when the connection has no right to this method.
	 */
	public function tell( string $method, array $params ): void {
		$this->log->around(
			'POST',
			V1Errors::route( $method ),
			function () use ( $method, $params ): array {
				$response = $this->exchange( $method, $params );
				$this->succeeded( $method, $response );
				return [ new V1Answer( [], V1Errors::route( $method ) ), $response->status ];
			}
		);
	}

	/** @param array<string, mixed> $params */
	private function exchange( string $method, array $params ): HttpResponse {
		$call = [
			'method' => $method,
			'params' => (object) $params,
		];
		$body = http_build_query(
			[
				'request' => 1,
				'io_mode' => 'json',
				// Throws instead of returning false.
				// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode
				'do_in'   => json_encode(
					$call,
					JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
				),
			]
		);
		$request = new HttpRequest(
			method: 'POST',
			url: $this->url,
			headers: [ 'Content-Type' => 'application/x-www-form-urlencoded' ],
			body: $body
		);
		return $this->pace->around(
			fn (): HttpResponse => $this->transport->send(
				$request,
				V1Errors::route( $method ),
				static fn( HttpResponse $response ): bool =>
					$response->status === 401 || V1Errors::code( $response ) === V1Errors::TOKEN
			)
		);
	}

	private function answer( string $method, HttpResponse $response ): V1Answer {
		$answer = $this->succeeded( $method, $response )['response'] ?? [];
		if ( ! is_array( $answer ) && $answer !== '' ) {
			throw RemoteFailure::unreadable( V1Errors::route( $method ) );
		}
		return new V1Answer( is_array( $answer ) ? $answer : [], V1Errors::route( $method ) );
	}

	/** @return array<mixed> the envelope. */
	private function succeeded( string $method, HttpResponse $response ): array {
		$data = $response->json() ?? [];
		if ( $response->status !== 200 || ( $data['status'] ?? '' ) !== 'success' ) {
			throw V1Errors::failure( $method, $response );
		}
		return $data;
	}
}
