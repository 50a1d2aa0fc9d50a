<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Access;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Sellsy\SeenPerson;

/** The person behind the access is still there: with him the access goes. */
final class PersonCheck extends AccessCheck {

	public function __construct(
		ConnectionView $connection,
		private readonly SeenPerson $person,
	) {
		parent::__construct( $connection );
	}

	public function name(): string {
		return 'person';
	}

	public function label(): string {
		return __( 'Person behind the access', 'orderinvoicer' );
	}

	protected function unknown(): string {
		return __( 'Not known: whether the person behind the access is still in Sellsy', 'orderinvoicer' );
	}

	protected function of_access(): Verdict {
		$at     = $this->person->seen_at();
		$status = $this->person->status();
		if ( $at === null || $status === '' ) {
			return $this->not_known( __( 'Sellsy did not say so far.', 'orderinvoicer' ) );
		}
		return $status === 'ok'
			? Verdict::good(
				__(
					'The person behind the access is active in Sellsy',
					'orderinvoicer'
				),
				SeenOn::text( $at )
			)
			: Verdict::critical(
				__( 'The person behind the access was blocked or deleted in Sellsy', 'orderinvoicer' ),
				__( 'Sellsy ends such an access, and no document is made any more.', 'orderinvoicer' )
					. ' ' . SeenOn::text( $at ),
				__( 'Create an access of a person who stays, enter its keys here and test the connection. Best is a user of its own for the shop.', 'orderinvoicer' ),
				self::PAGE
			);
	}
}
