<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Backfill\Rules\Backfill;
use OrderInvoicer\Features\Backfill\Rules\Backfills;
use OrderInvoicer\Features\Backfill\Rules\BackfillState;

/**
 * The back-fill that was started last as the schema `backfill` shows it; the same for REST and WP-CLI.
 *
 * @phpstan-type StartedBackfillAnswer array{
 *     id: NaturalInt,
 *     state: 'running'|'paused'|'finished'|'cancelled',
 *     from: string,
 *     to: string,
 *     statuses: list<string>,
 *     kinds: list<string>,
 *     drafts: bool,
 *     // passed: documents were asked for, or are there already.
 *     orders: array{
 *         total: NaturalInt,
 *         passed: NaturalInt,
 *     },
 *     documents: array{
 *         done: NaturalInt,
 *         failed: NaturalInt,
 *         left_out: NaturalInt,
 *         waiting: NaturalInt,
 *     },
 * }
 * @phpstan-type BackfillAnswer array{
 *     // null before the first.
 *     backfill: StartedBackfillAnswer|null,
 * }
 */
final class BackfillView {

	public function __construct( private readonly Backfills $backfills ) {}

	/** @return StartedBackfillAnswer|null */
	public function current(): ?array {
		$backfill = $this->backfills->current();
		if ( $backfill === null ) {
			return null;
		}
		$counts = $this->backfills->counts( $backfill );
		return [
			'id'        => $backfill->id,
			'state'     => $this->state( $backfill ),
			'from'      => $backfill->orders->from,
			'to'        => $backfill->orders->to,
			'statuses'  => $backfill->orders->statuses,
			'kinds'     => array_column( $backfill->kinds, 'value' ),
			'drafts'    => $backfill->drafts,
			'orders'    => [
				'total'  => $backfill->total,
				'passed' => $backfill->passed,
			],
			'documents' => [
				'done'     => $counts->done,
				'failed'   => $counts->failed,
				'left_out' => $counts->left_out,
				'waiting'  => $counts->waiting,
			],
		];
	}

	/** @return 'running'|'paused'|'finished'|'cancelled' */
	private function state( Backfill $backfill ): string {
		return match ( $backfill->state ) {
			BackfillState::Walked => $this->backfills->is_going_on( $backfill ) ? 'running' : 'finished',
			default               => $backfill->state->value,
		};
	}
}
