<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Access;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\SeenPerson;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Sellsy\Rights\Privilege;

/**
 * What the person behind the access may do at Sellsy, as Sellsy said itself or did for him: seen, missing, or not
 * beforehand.
 */
final class PrivilegesCheck extends AccessCheck {

	public function __construct(
		ConnectionView $connection,
		private readonly SeenPerson $person,
		private readonly NeededRights $needed,
		private readonly SeenRights $rights,
	) {
		parent::__construct( $connection );
	}

	public function name(): string {
		return 'privileges';
	}

	public function label(): string {
		return __( 'Privileges of the person at Sellsy', 'orderinvoicer' );
	}

	protected function unknown(): string {
		return __( 'Not known: what the person behind the access may do at Sellsy', 'orderinvoicer' );
	}

	protected function of_access(): Verdict {
		$at = $this->person->seen_at();
		if ( $at === null ) {
			return $this->not_known( __( 'Sellsy was not asked since these keys are in use.', 'orderinvoicer' ) );
		}
		$needed  = [ ...Privilege::of_all(), ...Privilege::of( $this->needed->names() ) ];
		$missing = $this->words( $needed, false );
		$unseen  = $this->words( $needed, null );
		return match ( true ) {
			$missing !== [] => $this->missing( $missing, $at ),
			$unseen !== []  => $this->unseen( $unseen, count( $needed ), $at ),
			default         => Verdict::good(
				__( 'The person behind the access may do all that is needed at Sellsy', 'orderinvoicer' ),
				SeenOn::text( $at )
			),
		};
	}

	/**
	 * @param list<Privilege> $needed
	 * @return list<string> of those that are given, missing (false) or cannot be seen (null).
	 */
	private function words( array $needed, ?bool $given ): array {
		$done = $this->rights->proven();
		$is   = fn ( Privilege $one ): ?bool => $this->person->has( $one )
			?? ( $one->is_shown_by( $done ) ? true : null );
		$such = array_filter( $needed, static fn ( Privilege $one ): bool => $is( $one ) === $given );
		return array_values( array_map( static fn ( Privilege $one ): string => $one->words, $such ) );
	}

	/** @param non-empty-list<string> $missing */
	private function missing( array $missing, \DateTimeImmutable $at ): Verdict {
		return Verdict::critical(
			sprintf(
				/* translators: %s: number of privileges. */
				_n(
					'%s privilege is missing at Sellsy',
					'%s privileges are missing at Sellsy',
					count( $missing ),
					'orderinvoicer'
				),
				number_format_i18n( count( $missing ) )
			),
			SeenOn::text( $at ) . ' ' . __( 'The person behind the access lacks:', 'orderinvoicer' ),
			__( 'Give them in Sellsy (Réglages › Profils de privilèges), then test the connection.', 'orderinvoicer' ),
			self::PAGE
		)->with( $missing );
	}

	/** @param non-empty-list<string> $unseen */
	private function unseen( array $unseen, int $of, \DateTimeImmutable $at ): Verdict {
		return Verdict::unknown(
			sprintf(
				/* translators: 1: number of privileges, 2: number of all privileges. */
				__( 'Not known before the first documents: %1$s of %2$s privileges at Sellsy', 'orderinvoicer' ),
				number_format_i18n( count( $unseen ) ),
				number_format_i18n( $of )
			),
			SeenOn::text( $at ) . ' '
				. __( 'Sellsy shows all others, and they are there. Not these:', 'orderinvoicer' ),
			__( 'Look in Sellsy (Réglages › Profils de privilèges) whether the person has them. An administrator has them all.', 'orderinvoicer' ),
			self::PAGE
		)->with( $unseen );
	}
}
