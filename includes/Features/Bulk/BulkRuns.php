<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Bulk\Rules\BulkRequest;

/**
 * What the person who is signed in has set going, until they put it away: which rows of the ledger, never how far they
 * are. Kept with the person, and for each site of a network apart. WordPress has read it with the person: no query.
 */
final class BulkRuns {

	/** Of the user, behind the site's prefix. */
	public const OPTION = 'orderinvoicer_bulk_runs';

	private const MOST = 5;

	/** @param list<int> $row_ids */
	public function begin( BulkRequest $request, array $row_ids ): void {
		$runs = [ ...$this->stored(), [ $request->text(), $row_ids ] ];
		update_user_option( get_current_user_id(), self::OPTION, array_slice( $runs, -self::MOST ) );
	}

	/** @return list<array{BulkRequest, list<int>}> the newest last. */
	public function all(): array {
		$runs = [];
		foreach ( $this->stored() as [ $text, $ids ] ) {
			$request = BulkRequest::from_text( $text );
			if ( $request !== null ) {
				$runs[] = [ $request, $ids ];
			}
		}
		return $runs;
	}

	public function put_away(): void {
		delete_user_option( get_current_user_id(), self::OPTION );
	}

	/** @return list<array{string, non-empty-list<int>}> */
	private function stored(): array {
		$stored = get_user_option( self::OPTION );
		$runs   = [];
		foreach ( is_array( $stored ) ? $stored : [] as $run ) {
			$text = is_array( $run ) ? $run[0] ?? null : null;
			$ids  = is_array( $run ) && is_array( $run[1] ?? null ) ? $run[1] : [];
			$ids  = array_values( array_filter( $ids, is_int( ... ) ) );
			if ( is_string( $text ) && $ids !== [] ) {
				$runs[] = [ $text, $ids ];
			}
		}
		return $runs;
	}
}
