<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

/** How one account answered to one assumption. */
final class Finding {

	/**
	 * @param string $assumption its name in assumptions.json.
	 * @param string $seen       a code of what was seen: small letters, digits and hyphens, never anything of the
	 *                           account's own.
	 * @param string $version    of the plugin that looked.
	 * @param int    $revision   of the trial: a finding of an older one is asked again.
	 */
	public function __construct(
		public readonly string $assumption,
		public readonly State $state,
		public readonly string $seen,
		public readonly \DateTimeImmutable $at,
		public readonly string $version,
		public readonly int $revision,
	) {}

	/** @return array{state: string, seen: string, at: int, version: string, revision: int} */
	public function to_array(): array {
		return [
			'state'    => $this->state->value,
			'seen'     => $this->seen,
			'at'       => $this->at->getTimestamp(),
			'version'  => $this->version,
			'revision' => $this->revision,
		];
	}

	/** Null where it is none: what cannot be read is not known. */
	public static function from( string $assumption, mixed $stored ): ?self {
		$stored   = is_array( $stored ) ? $stored : [];
		$state    = State::tryFrom( self::text( $stored['state'] ?? '' ) );
		$at       = $stored['at'] ?? null;
		$revision = $stored['revision'] ?? null;
		return $state === null || ! is_int( $at ) || ! is_int( $revision ) ? null : new self(
			assumption: $assumption,
			state: $state,
			seen: self::text( $stored['seen'] ?? '' ),
			at: new \DateTimeImmutable( "@$at" ),
			version: self::text( $stored['version'] ?? '' ),
			revision: $revision
		);
	}

	private static function text( mixed $stored ): string {
		return is_string( $stored ) ? $stored : '';
	}
}
