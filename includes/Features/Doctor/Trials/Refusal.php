<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Why something is not known, as a code. */
final class Refusal {

	/** Of a right that has no name: what the call was about follows. */
	public const ABOUT = 'about-';

	/** Null: it is not one trial's alone. */
	public static function code( RemoteFailure $failure ): ?string {
		return match ( $failure->kind ) {
			FailureKind::RateLimited, FailureKind::Unauthorized => null,
			FailureKind::V1Missing => 'no-right:api-v1',
			FailureKind::AccountBlocked => 'no-right:' . self::right( $failure ),
			FailureKind::Rejected, FailureKind::NotFound => 'refused',
			FailureKind::OutcomeUnknown, FailureKind::NotSent => $failure->is_unreadable() ? 'unreadable' : 'no-answer',
		};
	}

	private static function right( RemoteFailure $failure ): string {
		$topic = preg_match( '~^[A-Z]+ /([a-z-]+)~', $failure->route, $found ) === 1 ? $found[1] : 'others';
		return $failure->scope === '' ? self::ABOUT . $topic : $failure->scope;
	}
}
