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
		private readonly OrderSearch $search,
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
		$by                = $query->text( 'orderby', '' );
		[ $names, $is_few ] = $by === 'customer' ? $this->search->names( $rows ) : [ [], false ];
		usort( $rows, self::sorting( $by, $query->text( 'order', '' ) === 'asc' ? 1 : -1, $names ) );
		$shown  = array_slice( $rows, $page->offset, $page->limit );
		$shown  = $this->history->needing( $this->history->settled( $shown ) );
		$answer = $page->counted( $this->answer( 'history', $this->view->rows( $shown ) ), count( $rows ) );
		$answer->header( self::NEWEST, (string) ( $is_cut || $is_part || $is_few ? max( 1, count( $rows ) ) : 0 ) );
		return $answer;
	}

	/**
	 * What nobody knows stands last in both directions.
	 *
	 * @param array<int, string> $names by order.
	 * @return \Closure(HistoryRow, HistoryRow): int
	 */
	private static function sorting( string $by, int $direction, array $names ): \Closure {
		$of  = static fn ( HistoryRow $row ): int|string|null => match ( $by ) {
			'order'    => $row->task->key->order_id,
			'customer' => $names[ $row->task->key->order_id ] ?? null,
			'total'    => $row->document?->currency === null ? null : $row->signed( $row->document->incl_tax ),
			default    => $row->day,
		};
		$key = static fn ( HistoryRow $row ): array =>
			[ $of( $row ) === null ? $direction : 0, $of( $row ), $row->task->id ];
		return static fn ( HistoryRow $one, HistoryRow $other ): int =>
			$direction * ( $key( $one ) <=> $key( $other ) );
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
