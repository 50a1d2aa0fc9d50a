<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderBook\ChosenDocuments;
use OrderInvoicer\Domain\Settings\Values;

/** The whole list, as the page or the file has it. */
final class HistoryChoice implements ChosenDocuments {

	public function __construct(
		private readonly HistoryQuery $query,
		private readonly WpdbHistory $history,
	) {}

	public function of( Values $filter, int $most ): array {
		[ $asked ]         = $this->query->filter( $filter );
		[ $rows, $is_cut ] = $this->history->newest( $asked );
		if ( $is_cut ) {
			$rows = [];
			foreach ( $this->history->all( $asked ) as $some ) {
				array_push( $rows, ...$some );
				if ( count( $rows ) > $most ) {
					break;
				}
			}
		}
		return array_column( array_slice( $rows, 0, $most + 1 ), 'task' );
	}
}
