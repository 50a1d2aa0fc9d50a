<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Wording\FinalText;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\SyncText;

/** A row of the ledger as the schema `sync` shows it. */
final class SyncView {

	public function __construct(
		private readonly DocumentPage $pages,
		private readonly ProblemView $problems,
		private readonly SyncText $texts,
		private readonly RowActs $acts,
		private readonly FinalText $finals,
		private readonly OrderView $orders = new OrderView(),
	) {}

	/** @return array<string, mixed> */
	public function of( Sync $sync ): array {
		$order = $this->orders->read( $sync->key->order_id );
		$acts  = $order === null ? [] : $this->acts->while_order_is( $order->get_status( 'edit' ), $sync );
		return [
			'id'         => $sync->id,
			'order'      => $this->orders->of( $sync->key->order_id, $order ),
			'effect'     => $sync->key->effect->value,
			'what'       => $this->texts->effect( $sync ),
			'state'      => $sync->state->value,
			'attempts'   => $sync->attempts,
			'due_at'     => $sync->due_at->format( DATE_RFC3339 ),
			'updated_at' => $sync->updated_at->format( DATE_RFC3339 ),
			'document'   => $this->document( $sync ),
			'problem'    => $this->problems->of( $sync->problem ),
			'acts'       => array_column( $acts, 'value' ),
			'final'      => $order === null ? [] : array_merge( ...array_map( fn ( RowAct $act ): array => $this->finals->of_row( $sync, $act, $order ), $acts ) ),
		];
	}

	/** @return array{number: string, url: string}|null a step beside a document, such as its link, names none; without a number it would read as a draft. */
	private function document( Sync $sync ): ?array {
		$kind     = DocumentKind::tryFrom( $sync->remote_type );
		$is_named = $sync->remote_number !== '' || $sync->key->effect->creates() !== null;
		return $kind === null || $sync->remote_id === 0 || $sync->has_lost_its_document() || ! $is_named ? null : [
			'number' => $sync->remote_number,
			'url'    => $this->pages->url( $kind, $sync->remote_id ),
		];
	}
}
