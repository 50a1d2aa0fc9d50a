<?php

declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;

/**
 * Signs of life of the work in the background: when the last pass was, what PHP allowed it, and whether the site can
 * call itself.
 */
final class Heartbeat {

	public const SWEEP_OPTION    = 'orderinvoicer_last_sweep_at';
	public const LOOPBACK_OPTION = 'orderinvoicer_loopback';
	public const LIMITS_OPTION   = 'orderinvoicer_limits';

	private const AFTER_THE_PASS = 20;

	public function __construct( private readonly Clock $clock ) {}

	public function register(): void {
		add_action( Wakeups::SWEEP, [ $this, 'handle_sweep' ], self::AFTER_THE_PASS );
	}

	/** @internal */
	public function handle_sweep(): void {
		update_option( self::SWEEP_OPTION, $this->clock->now()->getTimestamp(), false );
		// Written where they changed alone: each pass confirms them.
		update_option( self::LIMITS_OPTION, ini_get( 'memory_limit' ) . ' ' . ini_get( 'max_execution_time' ), false );
	}

	/** @return array{memory: string, seconds: int, at: \DateTimeImmutable}|null what the last pass was allowed. */
	public function limits(): ?array {
		$stored = get_option( self::LIMITS_OPTION );
		$at     = $this->last_sweep();
		if ( ! is_string( $stored ) || $at === null ) {
			return null;
		}
		[ $memory, $seconds ] = explode( ' ', "$stored " );
		return [
			'memory'  => $memory,
			'seconds' => (int) $seconds,
			'at'      => $at,
		];
	}

	public function last_sweep(): ?\DateTimeImmutable {
		$stored = get_option( self::SWEEP_OPTION );
		return is_numeric( $stored ) ? new \DateTimeImmutable( '@' . (int) $stored ) : null;
	}

	public function saw_loopback( bool $works ): void {
		update_option( self::LOOPBACK_OPTION, $works ? 'works' : 'blocked', false );
	}

	/** @return 'works'|'blocked'|'unknown' */
	public function loopback(): string {
		$stored = get_option( self::LOOPBACK_OPTION );
		return in_array( $stored, [ 'works', 'blocked' ], true ) ? $stored : 'unknown';
	}
}
