<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\WooCommerce\AsTheShop;

/**
 * A customer e-mail of WooCommerce's kind about a final document, off until the owner switches it on: "your invoice is
 * available". That of credit notes is a class of its own, by which WooCommerce's preview tells them apart. No hook of a
 * status sends it: it is work of the ledger (`Domain/Emails/NotifyCustomer`).
 */
class DocumentEmail extends \WC_Email {

	/** WooCommerce 10.2 does not declare these. */
	public $email_group = 'order-updates';
	public $template_block;

	private const TEMPLATE = 'emails/orderinvoicer-document.php';
	private const PLAIN    = 'emails/plain/orderinvoicer-document.php';
	private const DETAILS  = 'emails/orderinvoicer-document-details.php';

	private ?MailedDocument $document = null;

	/** @param \Closure(): SettingsStore $owner_settings */
	public function __construct(
		private readonly DocumentKind $kind,
		private readonly \Closure $owner_settings,
	) {
		$this->id             = EmailSwitch::id( $kind );
		$this->customer_email = true;
		$this->title          = $this->default_heading();
		$this->description    = $this->purpose();
		$this->template_base  = plugin_dir_path( ORDERINVOICER_FILE ) . 'templates/';
		$this->template_html  = self::TEMPLATE;
		$this->template_plain = self::PLAIN;
		$this->template_block = "emails/block/orderinvoicer-$kind->value.php";
		$this->placeholders   = array_fill_keys(
			[ '{order_date}', '{order_number}', '{document_number}', '{document_date}', '{document_total}' ],
			''
		);
		parent::__construct();
	}

	/** What the owner reads beside its switch. */
	protected function purpose(): string {
		return __( 'Tells the customer once their invoice at Sellsy is final: its number, date and total, and a link to the page of the order. Only for invoices that become final from now on.', 'orderinvoicer' );
	}

	protected function default_subject(): string {
		return __( 'Your invoice {document_number} is available', 'orderinvoicer' );
	}

	/** Also what the e-mail is called in WooCommerce's settings. */
	protected function default_heading(): string {
		return __( 'Your invoice is available', 'orderinvoicer' );
	}

	protected function introduction( \WC_Order $order ): string {
		return sprintf(
			/* translators: %s: number of an order. */
			__( 'The invoice for your order %s is available.', 'orderinvoicer' ),
			$order->get_order_number()
		);
	}

	/**
	 * Builds it. Nothing leaves before the answer is called: it hands the e-mail to WordPress and says whether that
	 * accepted it.
	 *
	 * @return (\Closure(): bool)|null null: it is switched off, or other code took the recipient away.
	 */
	public function prepare( \WC_Order $order, MailedDocument $document, bool $asked ): ?\Closure {
		$this->setup_locale();
		try {
			$this->set_object( $order );
			$this->tell_of( $order, $document );
			$this->recipient = $order->get_billing_email();
			$to              = $asked || $this->is_enabled() ? $this->get_recipient() : '';
			$parts           = $to === '' ? null : [
				$to,
				$this->get_subject(),
				$this->get_content(),
				$this->get_headers(),
				$this->get_attachments(),
			];
		} finally {
			$this->sending = false; // Another e-mail of this process would get the plain text of this one.
			$this->restore_locale();
		}
		return $parts === null ? null : fn (): bool => $this->hand_over( $parts );
	}

	/** In WooCommerce's preview, about the order that it makes up. */
	public function show_sample(): void {
		if ( $this->object instanceof \WC_Order ) {
			$this->tell_of( $this->object, MailedDocument::sample( $this->object ) );
		}
	}

	/**
	 * @param array{string, string, string, string, array<mixed>} $parts
	 * @throws \RuntimeException where some may have it, and others have not.
	 */
	private function hand_over( array $parts ): bool {
		$this->setup_locale();
		try {
			$this->sending = true;
			return HandOver::to_wordpress( $this, $parts )
				?? throw new \RuntimeException( 'Some recipients were refused.' );
		} finally {
			$this->sending = false;
			$this->restore_locale();
		}
	}

	private function tell_of( \WC_Order $order, MailedDocument $document ): void {
		$this->document     = $document;
		$this->placeholders = [
			'{order_date}'      => AsTheShop::day_of( $order->get_date_created() ?? new \WC_DateTime() ),
			'{order_number}'    => $order->get_order_number(),
			'{document_number}' => $document->number,
			'{document_date}'   => $document->date(),
			'{document_total}'  => $document->total(),
		] + $this->placeholders;
	}

	public function init_form_fields(): void {
		parent::init_form_fields();
		$this->form_fields['enabled'] = [ 'default' => 'no' ] + (array) $this->form_fields['enabled'];
	}

	public function get_description(): string {
		$both = ( $this->owner_settings )()->get()->workflow( $this->kind )->sends_any() ? ' ' .
			__( 'Sellsy also e-mails this document (Order Invoicer, E-mails): if you switch this on, your customers get both e-mails.', 'orderinvoicer' )
			: '';
		return parent::get_description() . $both;
	}

	public function get_default_subject(): string {
		return $this->default_subject();
	}

	public function get_default_heading(): string {
		return $this->default_heading();
	}

	public function get_default_additional_content(): string {
		return __( 'Thank you for your trust.', 'orderinvoicer' );
	}

	public function get_content_html(): string {
		return $this->rendered( self::TEMPLATE, false );
	}

	public function get_content_plain(): string {
		return $this->rendered( self::PLAIN, true );
	}

	/** What WooCommerce's block editor leaves to the e-mail itself. */
	public function get_block_editor_email_template_content(): string {
		return $this->rendered( self::DETAILS, false );
	}

	private function rendered( string $template, bool $plain_text ): string {
		$order = $this->object;
		if ( ! $order instanceof \WC_Order ) {
			return '';
		}
		$document = $this->document ?? MailedDocument::sample( $order );
		return wc_get_template_html(
			$template,
			[
				'order'              => $order,
				'email'              => $this,
				'email_heading'      => $this->get_heading(),
				'greeting'           => $this->greeting( $order ),
				'introduction'       => $this->introduction( $order ),
				'document_kind'      => $this->kind->value,
				'details'            => $this->details( $document ),
				'link_url'           => ( new DocumentLink() )->url( $order ),
				'link_text'          => __( 'See your order and its documents', 'orderinvoicer' ),
				'additional_content' => $this->get_additional_content(),
				'sent_to_admin'      => false,
				'plain_text'         => $plain_text,
			],
			'',
			$this->template_base
		);
	}

	private function greeting( \WC_Order $order ): string {
		$name = $order->get_billing_first_name();
		return $name === ''
			? __( 'Hello,', 'orderinvoicer' )
			/* translators: %s: first name of the customer. */
			: sprintf( __( 'Hello %s,', 'orderinvoicer' ), $name );
	}

	/** @return array<string, string> what is known of the document, by its name; plain text. */
	private function details( MailedDocument $document ): array {
		return array_filter(
			[
				__( 'Number', 'orderinvoicer' ) => $document->number,
				__( 'Date', 'orderinvoicer' )   => $document->date(),
				__( 'Total', 'orderinvoicer' )  => $document->total(),
			],
			static fn ( string $value ): bool => $value !== ''
		);
	}
}
