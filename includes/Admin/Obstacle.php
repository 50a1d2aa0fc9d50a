<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Sellsy\Auth\Access;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\SettingSwitch;

/**
 * What all documents of this shop, or those of one kind, wait for. Without credentials nothing is tried, so no pause
 * says that they are missing.
 */
final class Obstacle {

	/** What a notice of the same page has seen; null where none looked. */
	private ?bool $has_access = null;

	public function __construct(
		private readonly Pauses $pauses,
		private readonly CredentialStore $credentials,
		private readonly Access $access,
		private readonly FreshOptions $options,
	) {}

	/** One query: this stands on every page of wp-admin. */
	public function current(): ?Problem {
		return $this->options->together(
			fn (): ?Problem => $this->without_credentials()
				?? ( $this->pauses->current() ?? $this->pauses->partial()[0] ?? null )?->told()
		);
	}

	/**
	 * What these rows wait for, or what a first one would: a right that only another kind of work lacks holds none of
	 * them.
	 *
	 * @param list<Task> $waiting
	 */
	public function problem( array $waiting ): ?Problem {
		$pause = $this->pauses->current();
		foreach ( $pause === null ? $waiting : [] as $row ) {
			$pause ??= $this->pauses->pause( $row->key->effect );
		}
		return $this->without_credentials() ?? $pause?->told();
	}

	/** Never set up: no keys, and nothing switched on. */
	public function is_new_shop(): bool {
		return $this->has_access !== true && $this->options->together(
			fn (): bool => $this->credentials->are_readable() && $this->credentials->current() === null
		) && ! SettingSwitch::makes_documents();
	}

	/** A shop that was never set up is left in peace. */
	private function without_credentials(): ?Problem {
		$problem = $this->access->problem();

		$this->has_access = $problem === null;
		return $problem !== null
			&& ( $problem->code === ProblemCode::SecretsUnreadable || SettingSwitch::makes_documents() )
			? $problem
			: null;
	}
}
