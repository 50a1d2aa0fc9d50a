<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;

/**
 * One option, which WordPress loads with each request: an order asks the database nothing for it, and once there were
 * enough, it is written no more. Another account begins anew.
 */
final class StoredAgreements implements Agreements {

	public const OPTION = 'orderinvoicer_agreements';

	public function __construct( private readonly AccountIdentity $account ) {}

	public function of( string $shape ): int {
		return $this->counts()[ $shape ] ?? 0;
	}

	public function agreed( string $shape ): void {
		$this->keep( $shape, min( self::ENOUGH, $this->of( $shape ) + 1 ) );
	}

	public function differed( string $shape ): void {
		$this->keep( $shape, 0 );
	}

	private function keep( string $shape, int $count ): void {
		$counts  = $this->counts();
		$account = $this->account->id();
		if ( $account !== '' && ( $counts[ $shape ] ?? null ) !== $count ) {
			$counts = [ $shape => $count ] + $counts;
			update_option(
				self::OPTION,
				[
					'account' => $account,
					'counts' => $counts,
				],
				true
			);
		}
	}

	/** @return array<string, int> by shape. */
	private function counts(): array {
		$stored = get_option( self::OPTION );
		if (
			! is_array( $stored )
			|| ! is_array( $stored['counts'] ?? null )
			|| ( $stored['account'] ?? '' ) !== $this->account->id()
		) {
			return [];
		}
		$counts = [];
		foreach ( $stored['counts'] as $shape => $count ) {
			$counts[ (string) $shape ] = is_int( $count ) ? $count : 0;
		}
		return $counts;
	}
}
