<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Rights\Privilege;

/**
 * What Sellsy said last of the person behind the access, at the test of the connection or the daily look: whether he is
 * still there, and what he may do. Not who he is.
 */
final class SeenPerson {

	public const OPTION = 'orderinvoicer_person';

	/** What is to be embedded in the answer. */
	public const EMBED = [ 'acl', 'profile' ];

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly Clock $clock,
	) {}

	/** @param Answer $me of `GET /staffs/me`; a restricted view leaves out what is embedded. */
	public function keep( Answer $me ): void {
		$acl     = $me->object( '_embed' )->object( 'acl' );
		$profile = $me->object( '_embed' )->object( 'profile' );
		$said    = [];
		foreach ( array_filter( Privilege::fields(), $acl->has( ... ) ) as $field ) {
			$said[ $field ] = $acl->bool( $field, false );
		}
		update_option(
			self::OPTION,
			[
				'access' => $this->credentials->fingerprint(),
				'at'     => $this->clock->now()->getTimestamp(),
				'status' => $me->string( 'status' ),
				'admin'  => $profile->bool( 'is_administrator', false ),
				'acl'    => $said,
			],
			false
		);
	}

	/** Null where nobody looked since these keys are in use. */
	public function seen_at(): ?\DateTimeImmutable {
		$at = $this->kept()['at'] ?? null;
		return is_int( $at ) ? new \DateTimeImmutable( "@$at" ) : null;
	}

	/** @return string ok, blocked or deleted; empty where it is not known. */
	public function status(): string {
		$status = $this->kept()['status'] ?? '';
		return is_string( $status ) ? $status : '';
	}

	/** @return bool|null null where it cannot be seen. */
	public function has( Privilege $privilege ): ?bool {
		$kept = $this->kept();
		$said = [];
		foreach ( is_array( $kept['acl'] ?? null ) ? $kept['acl'] : [] as $name => $may ) {
			if ( is_string( $name ) && is_bool( $may ) ) {
				$said[ $name ] = $may;
			}
		}
		return $privilege->is_given( $said, ( $kept['admin'] ?? false ) === true );
	}

	/** @return array<mixed> of the present access alone. */
	private function kept(): array {
		$kept = get_option( self::OPTION, [] );
		return is_array( $kept ) && ( $kept['access'] ?? '' ) === $this->credentials->fingerprint() ? $kept : [];
	}
}
