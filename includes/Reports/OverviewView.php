<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\WordPress\Counts\FailedTries;
use OrderInvoicer\WordPress\Queue\HooksInPlace;
use OrderInvoicer\WordPress\Queue\SweepHealth;

/** Whether all is well, as the schema `overview` shows it. */
final class OverviewView {

	private const RECENT = '-24 hours';

	public function __construct(
		private readonly StatusView $status,
		private readonly ConnectionView $connection,
		private readonly SettingsStore $settings,
		private readonly SweepHealth $sweep,
		private readonly HooksInPlace $hooks,
		private readonly FailedTries $failed,
		private readonly SeenQuota $quota,
		private readonly MoneyView $money,
		private readonly DocumentsView $documents,
		private readonly NeedsYouView $needs_you,
		private readonly Clock $clock,
	) {}

	/** @return array<string, mixed> */
	public function current(): array {
		return [
			'status'        => $this->status->current(),
			'connection'    => $this->connection->is_silent() ? 'silent' : $this->connection->state(),
			'rights'        => $this->connection->rights()->value,
			'at_work'       => $this->settings->get()->is_at_work(),
			'scheduler'     => $this->sweep->state()->value,
			'missing_hooks' => $this->hooks->missing(),
			'failed_tries'  => $this->failed->since( $this->clock->now()->modify( self::RECENT ) ),
			'failing'       => $this->failed->waiting(),
			'quota'         => $this->quota(),
			'money'         => $this->money->current(),
			'last_document' => $this->documents->last(),
			'days'          => $this->documents->days(),
			'needs_you'     => $this->needs_you->current(),
		];
	}

	/** @return array<string, mixed>|null */
	private function quota(): ?array {
		$seen = $this->quota->last_seen();
		return $seen === null ? null : [ 'at' => $seen['at']->format( DATE_RFC3339 ) ] + $seen['remaining'];
	}
}
