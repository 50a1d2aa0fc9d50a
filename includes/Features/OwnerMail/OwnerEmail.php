<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\WooCommerce\Emails\HandOver;

/**
 * An e-mail to the owner, with WooCommerce's settings, preview and templates: everything stands still, or goes on
 * again. The other is a class of its own, by which WooCommerce's preview tells them apart. The themes' copy of the
 * templates: `yourtheme/woocommerce/emails/orderinvoicer-owner.php`, and the same below `plain`.
 */
class OwnerEmail extends \WC_Email {

	/** WooCommerce 10.2 does not declare it. */
	public $email_group = 'orders';

	/** What the subject is about. */
	protected const NEWS = '{news}';

	private const TEMPLATE = 'orderinvoicer-owner.php';

	/** Null while nothing is sent: the preview shows an example. */
	private ?OwnerMessage $message = null;

	/**
	 * @param string                     $templates folder of the templates, with a slash.
	 * @param \Closure(): OwnerMessage $example
	 * @param \Closure(): Logger       $logger
	 */
	public function __construct(
		string $id,
		string $templates,
		private readonly \Closure $example,
		private readonly \Closure $logger,
	) {
		$this->id             = $id;
		$this->title          = $this->default_title();
		$this->description    = $this->purpose();
		$this->template_base  = $templates;
		$this->template_html  = 'emails/' . self::TEMPLATE;
		$this->template_plain = 'emails/plain/' . self::TEMPLATE;
		$this->placeholders   = [ self::NEWS => '' ];
		parent::__construct();
		$this->recipient = $this->get_option( 'recipient', self::admin_address() );
	}

	protected function default_title(): string {
		return __( 'Sellsy: everything stands still', 'orderinvoicer' );
	}

	protected function purpose(): string {
		return __( 'Sent to the shop at once when no documents can be made any more, and when work goes on again: access lost, a right missing, a copied site, Sellsy away for an hour. Once per cause, not once per order.', 'orderinvoicer' );
	}

	/**
	 * One that some may have, or whose sending somebody's code broke off, has left: the same again every few minutes
	 * would be worse than one too few.
	 *
	 * @return bool false where it did not leave.
	 */
	public function deliver( OwnerMessage $message, string $to ): bool {
		$this->message = $message;
		try {
			return $this->hand_over(
				[
					$to,
					$this->get_subject(),
					$this->get_content(),
					$this->get_headers(),
					$this->get_attachments(),
				]
			);
		} finally {
			$this->message = null;
		}
	}

	/** @param array{string, string, string, string, array<mixed>} $parts */
	private function hand_over( array $parts ): bool {
		try {
			return HandOver::to_wordpress( $this, $parts ) ?? true;
		} catch ( \Throwable $error ) {
			( $this->logger )()->error(
				"Other code threw while the owner's e-mail was handed over. It may have left and is not sent again.",
				[ 'kind' => $this->id ],
				$error
			);
			return true;
		}
	}

	/** For one reader alone, whoever else gets the real one. */
	public function deliver_alone( OwnerMessage $message, string $to ): bool {
		[ $cc, $bcc ] = [ $this->cc, $this->bcc ];
		$this->cc     = '';
		$this->bcc    = '';
		try {
			return $this->deliver( $message, $to );
		} finally {
			[ $this->cc, $this->bcc ] = [ $cc, $bcc ];
		}
	}

	/** @param mixed $text */
	public function format_string( $text ): mixed {
		$this->placeholders[ self::NEWS ] = $this->message()->news;
		return parent::format_string( $text );
	}

	public function get_content_html(): string {
		return $this->rendered( $this->template_html, false );
	}

	public function get_content_plain(): string {
		return $this->rendered( $this->template_plain, true );
	}

	public function get_default_subject(): string {
		/* translators: {site_title} and {news} stay as they are; {news}: such as "everything stands still". */
		return __( '[{site_title}] Sellsy: {news}', 'orderinvoicer' );
	}

	public function get_default_heading(): string {
		/* translators: {news} stays as it is: such as "everything stands still". */
		return __( 'Sellsy: {news}', 'orderinvoicer' );
	}

	public function init_form_fields(): void {
		$this->form_fields = $this->own_fields();
		if ( $this->email_improvements_enabled ) {
			$this->form_fields['cc']  = $this->get_cc_field();
			$this->form_fields['bcc'] = $this->get_bcc_field();
		}
	}

	private function rendered( string $template, bool $is_plain ): string {
		return wc_get_template_html(
			$template,
			[
				'message'            => $this->message(),
				'email_heading'      => $this->get_heading(),
				'additional_content' => $this->get_additional_content(),
				'sent_to_admin'      => true,
				'plain_text'         => $is_plain,
				'email'              => $this,
			],
			'',
			$this->template_base
		);
	}

	private function message(): OwnerMessage {
		return $this->message ?? ( $this->example )();
	}

	private static function admin_address(): string {
		$address = get_option( 'admin_email' );
		return is_string( $address ) ? $address : '';
	}

	/** @return array<string, array<string, mixed>> those that WooCommerce's own e-mails to the shop have. */
	private function own_fields(): array {
		$names     = array_map( 'esc_html', array_keys( $this->placeholders ) );
		$available = sprintf(
			/* translators: %s: names such as {site_title}. */
			__( 'Available placeholders: %s', 'orderinvoicer' ),
			'<code>' . implode( '</code>, <code>', $names ) . '</code>'
		);
		$below     = __( 'Text below everything else.', 'orderinvoicer' ) . " $available";
		return [
			'enabled'            => [
				'title'   => __( 'Enable/Disable', 'orderinvoicer' ),
				'type'    => 'checkbox',
				'label'   => __( 'Send this e-mail', 'orderinvoicer' ),
				'default' => 'no', // Sites that were updated have no option yet.
			],
			'recipient'          => $this->field( 'text', __( 'Recipients', 'orderinvoicer' ), $this->to_whom() ),
			'subject'            => [ 'placeholder' => $this->get_default_subject() ]
				+ $this->field( 'text', __( 'Subject', 'orderinvoicer' ), $available ),
			'heading'            => [ 'placeholder' => $this->get_default_heading() ]
				+ $this->field( 'text', __( 'Heading', 'orderinvoicer' ), $available ),
			'additional_content' => [ 'css' => 'width:400px; height: 75px;' ]
				+ $this->field( 'textarea', __( 'Additional content', 'orderinvoicer' ), $below ),
			'email_type'         => [
				'class'   => 'email_type wc-enhanced-select',
				'default' => 'html',
				'options' => $this->get_email_type_options(),
			] + $this->field(
				'select',
				__( 'E-mail type', 'orderinvoicer' ),
				__( 'The format in which it is sent.', 'orderinvoicer' )
			),
		];
	}

	private function to_whom(): string {
		return sprintf(
			/* translators: %s: e-mail address. */
			__( 'E-mail addresses, separated by commas. Where there is none: %s.', 'orderinvoicer' ),
			'<code>' . esc_html( self::admin_address() ) . '</code>'
		);
	}

	/** @return array<string, mixed> */
	private function field( string $type, string $title, string $description ): array {
		return [
			'title'       => $title,
			'type'        => $type,
			'description' => $description,
			'placeholder' => '',
			'default'     => '',
			'desc_tip'    => true,
		];
	}
}
