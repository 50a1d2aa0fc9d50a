<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;

/**
 * Companies, individuals, contacts and addresses at Sellsy. Searches return what Sellsy returned, archived ones left
 * out; comparing is the caller's business.
 */
interface Customers {

	/**
	 * Null: it is gone.
	 *
	 * @throws RemoteFailure
	 */
	public function get( CustomerRef $ref ): ?RemoteCustomer;

	/**
	 * @return list<RemoteCustomer>
	 * @throws RemoteFailure
	 */
	public function find_by_siret( string $siret ): array;

	/**
	 * @return list<RemoteCustomer> of that kind.
	 * @throws RemoteFailure
	 */
	public function find_by_reference( CustomerType $type, string $reference ): array;

	/**
	 * @return list<RemoteCustomer> of both kinds: two requests.
	 * @throws RemoteFailure
	 */
	public function find_by_email( string $email ): array;

	/**
	 * Companies that have a contact with that e-mail address.
	 *
	 * @return list<RemoteCustomer>|null null: nobody at Sellsy is a contact with that address, of whomever.
	 * @throws RemoteFailure
	 */
	public function find_companies_of_contact( string $email ): ?array;

	/** @throws RemoteFailure of kind Rejected with field `email` when one of Sellsy's staff has the address. */
	public function create( CustomerDraft $draft ): RemoteCustomer;

	/**
	 * Prospect to client.
	 *
	 * @throws RemoteFailure
	 */
	public function convert_to_client( CustomerRef $ref ): void;

	/**
	 * @return list<RemoteAddress>
	 * @throws RemoteFailure
	 */
	public function addresses( CustomerRef $ref ): array;

	/** The address as add_address() would write it, with id 0; asks nobody. */
	public function written( Address $address ): RemoteAddress;

	/**
	 * Added without becoming a default.
	 *
	 * @return RemoteAddress as Sellsy has written it.
	 * @throws RemoteFailure
	 */
	public function add_address( CustomerRef $ref, Address $address ): RemoteAddress;

	/**
	 * Contacts of this company with that e-mail address.
	 *
	 * @return list<RemoteContact>
	 * @throws RemoteFailure
	 */
	public function find_contacts( CustomerRef $company, string $email ): array;

	/**
	 * Contacts with that e-mail address who belong to nobody yet.
	 *
	 * @return list<RemoteContact>
	 * @throws RemoteFailure
	 */
	public function find_loose_contacts( string $email ): array;

	/**
	 * Creates the person, who belongs to nobody until `link_contact()`.
	 *
	 * @return int the contact id.
	 * @throws RemoteFailure
	 */
	public function create_contact( Buyer $buyer, bool $with_email ): int;

	/**
	 * Null where Sellsy no longer has it, or has archived it. Asked for by its id, which no search has to find first.
	 *
	 * @throws RemoteFailure
	 */
	public function contact( int $contact_id ): ?RemoteContact;

	/**
	 * Harmless where it is linked already.
	 *
	 * @throws RemoteFailure
	 */
	public function link_contact( CustomerRef $company, int $contact_id ): void;

	/**
	 * SIREN, SIRET and VAT number of the company, as far as Sellsy has none.
	 *
	 * @return bool false: nothing was changed, for it would take away what cannot be sent. A person changes it.
	 * @throws RemoteFailure
	 */
	public function fill_in_numbers( CustomerRef $company, Buyer $buyer ): bool;

	/**
	 * @return bool false as above.
	 * @throws RemoteFailure of kind Rejected with field `email` when one of Sellsy's staff has the address.
	 */
	public function change_email( CustomerRef $ref, string $email ): bool;
}
