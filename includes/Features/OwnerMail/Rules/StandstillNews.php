<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * Which causes are new to the owner, and whether work goes on. Each cause is told once, however often it is looked at.
 */
final class StandstillNews {

	/** What ends by itself is told only when it lasts. */
	private const LASTS = '-1 hour';

	/** Gone for so long, a cause is over. Back before that, it is the same one and told to nobody again. */
	private const FLAPS = '-10 minutes';

	/** @param array<string, Cause> $standing */
	public function news( Told $told, array $standing, \DateTimeImmutable $now ): News {
		$known = $this->seen( $told->causes, $standing, $now );
		$fresh = array_filter(
			array_diff_key( $standing, $known ),
			fn ( Cause $cause ): bool => $this->is_news( $cause, $now )
		);
		if ( $fresh !== [] ) {
			$added = array_map(
				static fn ( Cause $cause ): ToldCause => new ToldCause( $cause->since ?? $now ),
				$fresh
			);
			return new News( $told->with_causes( $known + $added ), array_values( $fresh ) );
		}
		return $standing === []
			? $this->goes_on( $told, $known, $now )
			: new News( $told->with_causes( $this->left( $known, $now ) ) );
	}

	/**
	 * While one of them may come back, nobody hears that work goes on.
	 *
	 * @param array<string, ToldCause> $known
	 */
	private function goes_on( Told $told, array $known, \DateTimeImmutable $now ): News {
		return $known !== [] && $this->over( $known, $now ) === $known
			? new News( $told->with_causes( [] ), goes_on_since: min( array_column( $known, 'since' ) ) )
			: new News( $told->with_causes( $known ) );
	}

	/**
	 * What is over while another one stands is forgotten without a word. Where only something stands that nobody was
	 * told of, work does not go on either: they wait.
	 *
	 * @param array<string, ToldCause> $known
	 * @return array<string, ToldCause>
	 */
	private function left( array $known, \DateTimeImmutable $now ): array {
		$stand = array_filter( $known, static fn ( ToldCause $cause ): bool => $cause->gone_at === null );
		return $stand === []
			? array_map( static fn ( ToldCause $cause ): ToldCause => $cause->stands(), $known )
			: array_diff_key( $known, $this->over( $known, $now ) );
	}

	/**
	 * @param array<string, ToldCause> $told
	 * @param array<string, Cause>     $standing
	 * @return array<string, ToldCause>
	 */
	private function seen( array $told, array $standing, \DateTimeImmutable $now ): array {
		foreach ( $told as $key => $cause ) {
			$told[ $key ] = isset( $standing[ $key ] ) ? $cause->stands() : $cause->gone( $now );
		}
		return $told;
	}

	/**
	 * @param array<string, ToldCause> $known
	 * @return array<string, ToldCause>
	 */
	private function over( array $known, \DateTimeImmutable $now ): array {
		$before = $now->modify( self::FLAPS );
		return array_filter(
			$known,
			static fn ( ToldCause $cause ): bool => $cause->gone_at !== null && $cause->gone_at <= $before
		);
	}

	/** Who disconnected the shop, or said that it is a copy, knows. */
	private function is_news( Cause $cause, \DateTimeImmutable $now ): bool {
		$problem = $cause->problem;
		return match ( true ) {
			$problem->is( ProblemCode::NotConnected ), $problem->fact( 'decision' ) === 'copy' => false,
			$problem->traits()->urgency !== null, $problem->is( ProblemCode::CodeClash ) => true,
			default => $cause->since !== null && $cause->since <= $now->modify( self::LASTS ),
		};
	}
}
