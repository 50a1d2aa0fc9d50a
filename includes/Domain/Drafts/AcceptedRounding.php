<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Settings\Settings;

/** The rounding that a person has accepted for one order alone, beside the owner's limit for all of them. */
final class AcceptedRounding {

	private const KIND  = 'accepted_rounding';
	private const MINOR = 'minor';

	public function __construct( private readonly RemoteIds $remote_ids ) {}

	/** @param int $minor as much as that, in either direction; minor units of the order's currency. */
	public function accept( int $order_id, int $minor ): void {
		$this->remote_ids->remember(
			self::KIND,
			(string) $order_id,
			self::MINOR,
			max( $minor, $this->of( $order_id ) )
		);
	}

	public function expect( int $order_id ): void {
		$this->remote_ids->expect( self::KIND, [ (string) $order_id ] );
	}

	/** As they count for this order. */
	public function settings( int $order_id, Settings $settings ): Settings {
		$cap = max( $settings->rounding_cap, $this->of( $order_id ) );
		return $cap === $settings->rounding_cap ? $settings : $settings->with_rounding_cap( $cap );
	}

	private function of( int $order_id ): int {
		return $this->remote_ids->known( self::KIND, (string) $order_id )['id'] ?? 0;
	}
}
