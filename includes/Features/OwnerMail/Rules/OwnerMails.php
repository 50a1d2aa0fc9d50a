<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

/** E-mails to the shop's owner. Each answers false where it did not leave and should be tried again. */
interface OwnerMails {

	public function tells_of_standstill(): bool;

	public function tells_by_digest(): bool;

	/** @param non-empty-list<Cause> $causes */
	public function stands_still( array $causes ): bool;

	public function goes_on( \DateTimeImmutable $stood_since ): bool;

	/** @param non-empty-list<StoppedGroup> $groups */
	public function digest( int $orders, array $groups ): bool;
}
