<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\ErrorAnswer;
use OrderInvoicer\Sellsy\Rights\RouteScopes;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\Quota;

/**
 * Errors of API v1: `{"status":"error","error":{"code":"E_…","message":"…"}}` with HTTP 200, `error` also a plain text.
 *
 * @assumes v1-errors
 */
final class V1Errors {

	/** The token is not accepted. */
	public const TOKEN = 'E_USER_NOT_LOGGED';

	/** Too many requests in this second. */
	public const LIMIT = 'E_LIMIT_REQUEST_REACHED';

	/** Empty when the answer names none. */
	public static function code( HttpResponse $response ): string {
		$error = $response->json()['error'] ?? '';
		$code  = is_array( $error ) ? ( $error['code'] ?? '' ) : $error;
		return is_string( $code ) && str_starts_with( $code, 'E_' ) ? $code : '';
	}

	/** What logs and failures name: no ids. */
	public static function route( string $method ): string {
		return RouteScopes::V1 . $method;
	}

	public static function failure( string $method, HttpResponse $response ): RemoteFailure {
		$kind = self::kind( $response );
		return new RemoteFailure(
			kind: $kind,
			status: self::status( $kind, $response ),
			route: self::route( $method ),
			scope: $kind === FailureKind::V1Missing ? 'api-v1' : '',
			detail: ErrorAnswer::shortened( self::message( $response ) ),
			retry_after: $response->status === 429 ? Quota::from_response( $response )->seconds_until_open() : null
		);
	}

	/** `E_UNKNOW` and `E_SERVICE_UNVAILABLE`, so spelt by Sellsy, promise nothing about what was done. */
	private static function kind( HttpResponse $response ): FailureKind {
		if ( $response->status !== 200 ) {
			return match ( $response->status ) {
				401 => FailureKind::Unauthorized,
				429 => FailureKind::RateLimited,
				default => FailureKind::OutcomeUnknown,
			};
		}
		return match ( self::code( $response ) ) {
			'', 'E_UNKNOW', 'E_SERVICE_UNVAILABLE' => FailureKind::OutcomeUnknown,
			self::TOKEN => FailureKind::Unauthorized,
			self::LIMIT => FailureKind::RateLimited,
			'E_PRIV_NOT_ALLOWED' => FailureKind::V1Missing,
			'E_CORPORATION_BLOCKED', 'E_QUOTA_NOT_SUFFICIENT', 'E_LICENCE_NO' => FailureKind::AccountBlocked,
			'E_OBJ_NOT_LOADABLE' => FailureKind::NotFound,
			default => FailureKind::Rejected,
		};
	}

	/** What HTTP would have said: people and pauses know 402 as the account's own trouble. */
	private static function status( FailureKind $kind, HttpResponse $response ): int {
		return $kind === FailureKind::AccountBlocked ? 402 : $response->status;
	}

	private static function message( HttpResponse $response ): string {
		$error = $response->json()['error'] ?? '';
		$text  = is_array( $error ) ? ( $error['message'] ?? '' ) : $error;
		$text  = is_string( $text ) ? $text : '';
		$code  = self::code( $response );
		return match ( true ) {
			$text === '' || $text === $code => $code,
			$code === ''                    => $text,
			default                         => "$text ($code)",
		};
	}
}
