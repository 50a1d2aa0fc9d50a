<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Problems\ProblemText;

/** A row of the ledger in words. Plain text, to be escaped. */
final class TaskText {

	/** The action of admin-post.php that hands out a file. */
	public const PDF = 'orderinvoicer_pdf';

	public function __construct(
		private readonly ProblemText $problems,
		private readonly DocumentPage $pages,
		private readonly EffectText $effects,
		private readonly DocumentNames $names,
	) {}

	/** A request that was accepted is not done while its documents are not: only what its own row did is said. */
	public function effect( Task $task ): string {
		return match ( true ) {
			$task->state !== TaskState::Done => $this->effects->text( $task->key ),
			$task->key->effect === Effect::HeldEmail => $this->effects->held_email( $task->key, $task->intent->key ),
			$task->key->effect === Effect::ChangeCompany =>
				__( 'Company entered in the order, as the customer asked', 'orderinvoicer' ),
			default                          => $this->effects->text( $task->key ),
		};
	}

	public function state( Task $task ): string {
		return match ( $task->state ) {
			TaskState::Queued    => $task->attempts > 0
				? __( 'Waiting for the next try', 'orderinvoicer' )
				: __( 'Waiting', 'orderinvoicer' ),
			TaskState::Working   => __( 'In progress', 'orderinvoicer' ),
			TaskState::Done      => __( 'Done', 'orderinvoicer' ),
			TaskState::Attention => __( 'Needs you', 'orderinvoicer' ),
			TaskState::Skipped   => $task->is_by_hand()
				? $this->by_hand( $task )
				: __( 'Left out', 'orderinvoicer' ),
		};
	}

	/** It agrees with what was done, in languages that do so. */
	private function by_hand( Task $task ): string {
		return match ( $task->key->effect ) {
			Effect::CreateInvoice  => _x( 'Done by hand', 'state of an invoice', 'orderinvoicer' ),
			Effect::CreateProforma => _x( 'Done by hand', 'state of a proforma', 'orderinvoicer' ),
			default                => _x( 'Done by hand', 'state of anything else', 'orderinvoicer' ),
		};
	}

	/** Its page in Sellsy; empty while there is no document. */
	public function url( Task $task ): string {
		$kind = DocumentKind::tryFrom( $task->remote_type );
		return $kind !== null && ( $task->has_document() || $task->has_cancelled_document() )
			? $this->pages->url( $kind, $task->remote_id )
			: '';
	}

	/** Its file, from this shop and without a login at Sellsy; empty where there is none. */
	public function pdf( Task $task ): string {
		return ShopperDocument::of( $task ) === null
			? ''
			: admin_url( 'admin-post.php?action=' . self::PDF . "&document={$task->id}" );
	}

	public function document( Task $task ): string {
		$kind = DocumentKind::tryFrom( $task->remote_type );
		return $kind === null ? '' : $this->names->document( $kind, $task->remote_number );
	}

	/** @param string $currency code of the order's; empty where nobody knows. */
	public function problem( Problem $problem, string $currency = '' ): string {
		return $this->problems->text( $problem, $currency );
	}

	/** @param string $currency code of the order's; empty where nobody knows. */
	public function next_step( Problem $problem, string $currency = '' ): string {
		return $this->problems->next_step( $problem, $currency );
	}
}
