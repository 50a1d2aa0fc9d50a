<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\System\Clock;

/**
 * Whether this database stands under another address than the one that Sellsy was connected with. Nothing is worked
 * there. By itself that tells of no copy: the shop may answer under several addresses, from one database.
 */
final class SiteCopy {

	private const DATABASE = 'database';

	public function __construct(
		private readonly Site $site,
		private readonly Pauses $pauses,
		private readonly Clock $clock,
	) {}

	public function is_one(): bool {
		$known = $this->site->known_address();
		return $known !== '' && $known !== $this->site->address();
	}

	/** Another address of the shop itself, such as a domain for each language. What comes in by it is no copy's. */
	public function is_second_address(): bool {
		return $this->is_one() && $this->site->is_at_home();
	}

	/**
	 * What is entered on a copy is known by that, though no runner should ever come there: a copy behind a password
	 * cannot call itself.
	 */
	public function note(): void {
		if ( $this->is_one() && ! $this->site->is_at_home() ) {
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
			] + ( $this->site->is_at_home() ? [ self::DATABASE => 'own' ] : [] )
		);
	}

	/** The database stood on a copy while this pause did, and was not only reached by another address. */
	public static function was_one( Pause $pause ): bool {
		return $pause->problem->fact( self::DATABASE ) === '' || $pause->problem->fact( 'decision' ) === 'copy';
	}

	/** One that stands is not begun anew. */
	public function begin( Problem $problem ): void {
		$standing = $this->pauses->current();
		if ( $standing === null || ! $standing->problem->is_like( $problem ) ) {
			$this->pauses->begin( new Pause( $problem, $this->clock->now(), null ) );
		}
	}
}
