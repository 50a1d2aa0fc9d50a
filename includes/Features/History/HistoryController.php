<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\OrderBook\OwnArchive;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\History\Rules\HistoryRow;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\PagedAnswer;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WordPress\OrderList\ListedOrders;
use OrderInvoicer\WordPress\OrderList\ListedState;

/**
 * Each order with its documents.
 *
 * @phpstan-import-type HistoryAnswer from HistoryView
 * @phpstan-import-type HistoryOrderAnswer from HistoryView
 *
 * @phpstan-type HistoryAboutAnswer array{
 *     // Orders that no document was asked for so far, of the newest that count.
 *     waiting: NaturalInt,
 *     // Older orders were not looked at.
 *     more: bool,
 *     waiting_url: string,
 *     // Address of the file; what GET /history takes may be added.
 *     csv: string,
 *     // Whoever asks has an archive of PDFs.
 *     archive: bool,
 * }
 */
final class HistoryController extends BaseController {

	/** How many documents were looked at, where those are the newest alone; 0: all. */
	private const NEWEST = 'X-OrderInvoicer-Newest';

	public function __construct(
		private readonly HistoryQuery $query,
		private readonly WpdbHistory $history,
		private readonly HistoryView $view,
		private readonly WaitingOrders $waiting,
		private readonly OwnArchive $archive,
	) {}

	public function routes(): array {
		return [
			$this->get( '/history', 'history', $this->page( ... ), 'history-query' ),
			$this->get( '/history/about', 'history-about', $this->about( ... ) ),
			$this->get( '/history/order', 'history-order', $this->order( ... ), 'history-order-query' ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function page( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$query = new Values( $request->get_params() );
		$page  = new PagedAnswer( $query );
		try {
			[ $filter, $is_part ] = $this->query->filter( $query );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		[ $rows, $is_cut ] = $this->history->newest( $filter );
		$by_order          = $query->text( 'orderby', '' ) === 'order';
		usort(
			$rows,
			static fn ( HistoryRow $one, HistoryRow $other ): int => self::compare( $one, $other, $by_order )
		);
		$shown  = array_slice(
			$query->text( 'order', '' ) === 'asc' ? $rows : array_reverse( $rows ),
			$page->offset,
			$page->limit
		);
		$shown  = $this->history->needing( $this->history->settled( $shown ) );
		$answer = $page->counted( $this->answer( 'history', $this->view->rows( $shown ) ), count( $rows ) );
		$answer->header( self::NEWEST, (string) ( $is_cut || $is_part ? max( 1, count( $rows ) ) : 0 ) );
		return $answer;
	}

	private static function compare( HistoryRow $one, HistoryRow $other, bool $by_order ): int {
		return $by_order
			? [ $one->task->key->order_id, $one->task->id ] <=> [ $other->task->key->order_id, $other->task->id ]
			: [ $one->day, $one->task->id ] <=> [ $other->day, $other->task->id ];
	}

	/**
	 * An order that may have no document: the list has no row of it then.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function order( \WP_REST_Request $request ): \WP_REST_Response {
		$number = ( new Values( $request->get_params() ) )->text( 'number', '' );
		return $this->answer( 'history-order', $this->view->order( $number ) );
	}

	/** What stands beside the list. */
	private function about(): \WP_REST_Response {
		[ $count, $is_part ] = $this->waiting->count();
		return $this->answer(
			'history-about',
			[
				'waiting'     => $count,
				'more'        => $is_part,
				'waiting_url' => ListedOrders::url( ListedState::Nothing ),
				'csv'         => HistoryExport::url(),
				'archive'     => $this->archive->is_there(),
			]
		);
	}
}
