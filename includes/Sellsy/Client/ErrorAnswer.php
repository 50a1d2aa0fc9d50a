<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Client;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Rights\RouteScopes;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\Quota;

/**
 * Turns an answer that is no success into a failure. Sellsy's envelope is
 * `{"error":{"code","message","context","details"}}`, `details` an object field => message, or an empty list.
 */
final class ErrorAnswer {

	/** Of Sellsy's own words about a refusal, fit to be shown and kept. */
	private const MAX = 500;

	public static function failure( ApiRequest $request, HttpResponse $response ): RemoteFailure {
		$error = $response->json()['error'] ?? null;
		$kind  = self::kind( $response->status, is_array( $error ) );
		$error = is_array( $error ) ? $error : [];
		return new RemoteFailure(
			kind: $kind,
			status: $response->status,
			route: $request->route(),
			scope: $kind === FailureKind::AccountBlocked ? RouteScopes::scope( $request->route() ) : '',
			detail: self::detail( $error ),
			fields: array_map( 'strval', array_keys( self::details( $error ) ) ),
			retry_after: $kind === FailureKind::RateLimited
				? Quota::from_response( $response )->seconds_until_open()
				: null,
		);
	}

	/**
	 * A refusal counts only in Sellsy's own words: the same number with another body comes from a proxy or a firewall
	 * on the way, and says nothing about what Sellsy did. 413 is a web server's own limit, whatever the body.
	 */
	private static function kind( int $status, bool $is_from_sellsy ): FailureKind {
		return match ( true ) {
			$status === 401 => FailureKind::Unauthorized,
			$status === 429 => FailureKind::RateLimited,
			$status === 413 => FailureKind::Rejected,
			! $is_from_sellsy || $status < 400 || $status >= 500 || $status === 408 => FailureKind::OutcomeUnknown,
			$status === 402, $status === 403 => FailureKind::AccountBlocked,
			$status === 404 => FailureKind::NotFound,
			default => FailureKind::Rejected,
		};
	}

	/** Sellsy quotes what it refuses; an e-mail address is personal. */
	public static function shortened( string $sentence ): string {
		return mb_substr( (string) preg_replace( '/[^\s<>"«»:;,]+@[^\s<>"«»:;,]+/u', '…@…', $sentence ), 0, self::MAX );
	}

	/** @param array<mixed> $error */
	private static function detail( array $error ): string {
		$parts = [ $error['message'] ?? '' ];
		foreach ( self::details( $error ) as $field => $text ) {
			$parts[] = $field . ': ' . $text;
		}
		return self::shortened(
			implode(
				' | ',
				array_filter( $parts, static fn( mixed $part ): bool => is_string( $part ) && $part !== '' )
			)
		);
	}

	/**
	 * @param array<mixed> $error
	 * @return array<int|string, string>
	 */
	private static function details( array $error ): array {
		$details = $error['details'] ?? [];
		return array_map(
			static fn( mixed $text ): string => is_string( $text ) ? $text : '',
			is_array( $details ) ? $details : []
		);
	}
}
