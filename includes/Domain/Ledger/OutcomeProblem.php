<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * The problem that goes with an outcome: people read it, and releases that know no outcome tell by its code and facts
 * what came of a row. Here alone one is made from the other, both ways.
 */
final class OutcomeProblem {

	/** Code and fact, and its value where one counts. Of one code, those with a fact stand before the one without. */
	private const TABLE = [
		'gone'             => [ ProblemCode::DocumentGone ],
		'replaced'         => [ ProblemCode::DocumentCancelled, 'replaced', 1 ],
		'cancelled'        => [ ProblemCode::DocumentCancelled ],
		'linking'          => [ ProblemCode::BeingLinked ],
		'link_broken'      => [ ProblemCode::LinkBroken ],
		'left_to_person'   => [ ProblemCode::DoneByHand, 'none', 'payment' ],
		'not_wanted'       => [ ProblemCode::DoneByHand, 'none', 1 ],
		'by_hand'          => [ ProblemCode::DoneByHand ],
		'same_refund'      => [ ProblemCode::RefundTold ],
		'left_unpaid'      => [ ProblemCode::DisputeUnpaid ],
		'absorbed'         => [ ProblemCode::RefundInDraft ],
		'covered'          => [ ProblemCode::AlreadyCredited, 'id' ],
		'all_credited'     => [ ProblemCode::AlreadyCredited ],
		'no_invoice'       => [ ProblemCode::InvoiceMissing ],
		'before_link'      => [ ProblemCode::RefundBeforeLink ],
		'refund_gone'      => [ ProblemCode::RefundGone ],
		'nothing_charged'  => [ ProblemCode::NothingCharged ],
		'nothing_to_invoice' => [ ProblemCode::NothingToInvoice ],
		'not_triggered'    => [ ProblemCode::NoLongerTriggered ],
		'no_rule'          => [ ProblemCode::NoRule ],
		'switched_off'     => [ ProblemCode::WorkflowDisabled ],
		'step_not_wanted'  => [ ProblemCode::StepNotWanted ],
		'part_of_sale'     => [ ProblemCode::PartOfSale ],
		'elsewhere'        => [ ProblemCode::InvoicedElsewhere ],
		'free_left_due'    => [ ProblemCode::FreeInvoiceDue ],
	];

	/** The fields of a row by which its outcome is told. */
	public const TOLD_BY = [ 'state', 'problem', 'remote_id', 'intent' ];

	/**
	 * @param array<string, string|int> $facts what else its sentence needs.
	 * @throws \LogicException for what no problem of its own tells.
	 */
	public static function problem( Outcome $outcome, array $facts = [] ): Problem {
		$row = self::TABLE[ $outcome->value ] ?? throw new \LogicException( "No problem tells $outcome->value." );
		return new Problem( $row[0], ( isset( $row[2] ) ? [ $row[1] => $row[2] ] : [] ) + $facts );
	}

	/** What came of a row, by its fields. */
	public static function outcome( TaskState $state, ?Problem $problem, int $remote_id, Intent $intent ): Outcome {
		$stands = match ( true ) {
			$remote_id === 0                => $state === TaskState::Done ? Outcome::Made : Outcome::Open,
			$intent->key === Intent::LINKED => Outcome::Linked,
			default                         => Outcome::Made,
		};
		$said   = $problem === null ? null : self::told_by( $problem );
		return match ( true ) {
			$said?->is_loss() === true      => $said,
			$state === TaskState::Attention => $stands, // It asks something.
			$said !== null                  => $said,
			$state === TaskState::Skipped   => Outcome::LeftOut,
			default                         => $stands,
		};
	}

	/** Null for what only says why it waits, asks or was left out. */
	public static function told_by( Problem $problem ): ?Outcome {
		foreach ( self::TABLE as $outcome => $row ) {
			$fact = isset( $row[1] ) ? $problem->fact( $row[1] ) : null;
			if ( $row[0] === $problem->code && $fact !== '' && (string) ( $row[2] ?? $fact ) === (string) $fact ) {
				return Outcome::from( $outcome );
			}
		}
		return null;
	}
}
