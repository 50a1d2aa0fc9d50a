<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\BackfillCounts;
use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\KeptValues;

/**
 * The back-fill that was started last; whatever runs or was stopped since.
 *
 * One option, kept when the back-fill is over: the next one has the next id.
 */
final class Backfills {

	public const OPTION = 'orderinvoicer_backfill';

	public function __construct(
		private readonly KeptValues $values,
		private readonly BackfillRows $rows,
		private readonly Clock $clock,
	) {}

	public function current(): ?Backfill {
		$stored = json_decode( $this->values->get( self::OPTION ), true );
		return is_array( $stored ) ? $this->read( new Values( $stored ) ) : null;
	}

	public function begin( Backfill $backfill ): void {
		$this->values->set( self::OPTION, $this->write( $backfill ) );
	}

	/** True for the one who changed it: a runner that moves on and a person who pauses may meet. */
	public function replace( Backfill $old, Backfill $changed ): bool {
		return $this->values->swap( self::OPTION, $this->write( $old ), $this->write( $changed ) );
	}

	/** How far a back-fill has come. It is counted in the ledger, so it cannot be wrong. */
	public function counts( Backfill $backfill ): BackfillCounts {
		return $this->rows->counts( $backfill->id, $this->clock->now() );
	}

	public function is_going_on( Backfill $backfill ): bool {
		return match ( $backfill->state ) {
			BackfillState::Running, BackfillState::Paused => true,
			BackfillState::Walked    => $this->rows->unfinished( $backfill->id, $this->clock->now() )->waiting > 0,
			BackfillState::Cancelled => false,
		};
	}

	private function write( Backfill $backfill ): string {
		return (string) json_encode(
			[
				'id'       => $backfill->id,
				'from'     => $backfill->orders->from,
				'to'       => $backfill->orders->to,
				'statuses' => $backfill->orders->statuses,
				'before'   => $backfill->orders->before->getTimestamp(),
				'kinds'    => array_column( $backfill->kinds, 'value' ),
				'drafts'   => $backfill->drafts,
				'total'    => $backfill->total,
				'state'    => $backfill->state->value,
				'cursor'   => $backfill->cursor->to_string(),
				'passed'   => $backfill->passed,
			]
		);
	}

	private function read( Values $stored ): Backfill {
		$kinds = array_map( DocumentKind::tryFrom( ... ), $this->texts( $stored, 'kinds' ) );
		return new Backfill(
			id: $stored->number( 'id', 0 ),
			orders: new OrderFilter(
				from: $stored->text( 'from', '' ),
				to: $stored->text( 'to', '' ),
				statuses: $this->texts( $stored, 'statuses' ),
				before: new \DateTimeImmutable( '@' . $stored->number( 'before', 0 ) )
			),
			kinds: array_values( array_filter( $kinds ) ),
			drafts: $stored->flag( 'drafts', true ),
			total: $stored->number( 'total', 0 ),
			state: BackfillState::tryFrom( $stored->text( 'state', '' ) ) ?? BackfillState::Paused,
			cursor: Cursor::of_string( $stored->text( 'cursor', '' ) ),
			passed: $stored->number( 'passed', 0 ),
		);
	}

	/** @return list<string> */
	private function texts( Values $stored, string $key ): array {
		return array_values( array_filter( $stored->list_of( $key ) ?? [], 'is_string' ) );
	}
}
