<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\System;

defined( 'ABSPATH' ) || exit;

/** What came back when the site last asked its own REST route, as a visitor without a name. */
final class SeenRoute {

	public const ANSWERED   = 'answered';
	public const LOCKED     = 'locked'; // By a name and a password of the server.
	public const REDIRECTED = 'redirected';
	public const REFUSED    = 'refused';
	public const OTHER      = 'other'; // Somebody else answers there.
	public const SILENT     = 'silent';

	/** @param \DateTimeImmutable|null $certificate_ends null where none was shown. */
	public function __construct(
		public readonly string $outcome,
		public readonly \DateTimeImmutable $at,
		public readonly ?\DateTimeImmutable $certificate_ends = null,
	) {}

	/** @param string $namespace_of_ours what WordPress says of our routes to everybody. */
	public static function outcome(
		int $status,
		bool $asks_for_password,
		string $body,
		string $namespace_of_ours,
	): string {
		$answer = json_decode( $body, true );
		return match ( true ) {
			$status === 200 && is_array( $answer ) && ( $answer['namespace'] ?? '' ) === $namespace_of_ours =>
				self::ANSWERED,
			$status >= 300 && $status < 400 => self::REDIRECTED,
			$status === 401 && $asks_for_password => self::LOCKED,
			$status >= 400 && $status < 500 => self::REFUSED,
			default => self::OTHER,
		};
	}
}
