<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** What stopped for a setting that was changed since, and could go on: once a person says so. */
final class MendedRows {

	public function __construct( private readonly SettingsStore $settings ) {}

	/** @return TaskFilter|null null: no such setting was changed. */
	public function filter(): ?TaskFilter {
		$mended_at = $this->settings->mended_at();
		return $mended_at === null ? null : new TaskFilter(
			states: [ TaskState::Attention ],
			until: $mended_at,
			problems: ProblemTraits::codes( static fn ( ProblemTraits $traits ): bool => $traits->by_setting )
		);
	}
}
