<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;

/** How many requests Sellsy said it still allows, when it answered last. Written once per process, however many answers it got: it is only ever shown. */
final class SeenQuota {

	public const OPTION = 'orderinvoicer_quota';

	private const WINDOWS = [ 'second', 'minute', 'day', 'month' ];

	/** @var array<string, int> */
	private array $seen = [];

	public function __construct( private readonly Clock $clock ) {}

	/** @param array<string, int> $remaining by window; an answer that names none says nothing. */
	public function saw( array $remaining ): void {
		if ( $remaining === [] ) {
			return;
		}
		if ( $this->seen === [] ) {
			add_action( 'shutdown', [ $this, 'handle_shutdown' ] );
		}
		$this->seen = $remaining;
	}

	/** @internal */
	public function handle_shutdown(): void {
		update_option( self::OPTION, [ 'at' => $this->clock->now()->getTimestamp() ] + $this->seen, false );
	}

	/** @return array{at: \DateTimeImmutable, remaining: array<string, int|null>}|null */
	public function last_seen(): ?array {
		$stored = get_option( self::OPTION );
		if ( ! is_array( $stored ) || ! is_int( $stored['at'] ?? null ) ) {
			return null;
		}
		$remaining = [];
		foreach ( self::WINDOWS as $window ) {
			$left                 = $stored[ $window ] ?? null;
			$remaining[ $window ] = is_int( $left ) ? $left : null;
		}
		return [
			'at'        => new \DateTimeImmutable( "@{$stored['at']}" ),
			'remaining' => $remaining,
		];
	}

	/** Another access may be another account. */
	public function forget(): void {
		$this->seen = [];
		delete_option( self::OPTION );
	}
}
