<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\System\Clock;

/** Whether this database stands under another address than the one that Sellsy was connected with. */
final class SiteCopy {

	public function __construct(
		private readonly Site $site,
		private readonly Pauses $pauses,
		private readonly Clock $clock,
	) {}

	public function is_one(): bool {
		$known = $this->site->known_address();
		return $known !== '' && $known !== $this->site->address();
	}

	/**
	 * What is entered on a copy is known by that, though no runner should ever come there: a copy behind a password
	 * cannot call itself.
	 */
	public function note(): void {
		if ( $this->is_one() ) {
			$this->begin( $this->problem( '' ) );
		}
	}

	/** @param string $company what the account is called. */
	public function problem( string $company ): Problem {
		return new Problem(
			ProblemCode::CopiedSite,
			[
				'known'   => $this->site->known_address(),
				'current' => $this->site->address(),
				'company' => $company,
			]
		);
	}

	/** One that stands is not begun anew. */
	public function begin( Problem $problem ): void {
		$standing = $this->pauses->current();
		if ( $standing === null || $standing->problem->code !== $problem->code ) {
			$this->pauses->begin( new Pause( $problem, $this->clock->now(), null ) );
		}
	}
}
