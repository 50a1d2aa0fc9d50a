<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Ledger\SyncState;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Problems\ProblemText;

/** A row of the ledger in words. Plain text, to be escaped. */
final class SyncText {

	public function __construct(
		private readonly ProblemText $problems,
		private readonly DocumentPage $pages,
		private readonly EffectText $effects,
		private readonly DocumentNames $names,
	) {}

	public function effect( Sync $sync ): string {
		return $this->effects->of( $sync->key );
	}

	public function state( Sync $sync ): string {
		return match ( $sync->state ) {
			SyncState::Queued    => $sync->attempts > 0 ? __( 'Waiting for the next try', 'orderinvoicer' ) : __( 'Waiting', 'orderinvoicer' ),
			SyncState::Working   => __( 'In progress', 'orderinvoicer' ),
			SyncState::Done      => __( 'Done', 'orderinvoicer' ),
			SyncState::Attention => __( 'Needs you', 'orderinvoicer' ),
			SyncState::Skipped   => $sync->is_by_hand() ? __( 'Done by hand', 'orderinvoicer' ) : __( 'Left out', 'orderinvoicer' ),
		};
	}

	/** Empty while there is no document. */
	public function url( Sync $sync ): string {
		$kind = DocumentKind::tryFrom( $sync->remote_type );
		return $kind === null || $sync->remote_id === 0 || $sync->has_lost_its_document() ? '' : $this->pages->url( $kind, $sync->remote_id );
	}

	public function document( Sync $sync ): string {
		$kind = DocumentKind::tryFrom( $sync->remote_type );
		return $kind === null ? '' : $this->names->document( $kind, $sync->remote_number );
	}

	public function problem( Problem $problem ): string {
		return $this->problems->text( $problem );
	}

	public function next_step( Problem $problem ): string {
		return $this->problems->next_step( $problem );
	}
}
