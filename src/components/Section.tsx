import { Card, CardBody, CardHeader } from '@wordpress/components';

type SectionProps = {
	title: string;
	intro?: React.ReactNode;
	actions?: React.ReactNode;
	children: React.ReactNode;
};

/** A group by name: fields of the same name stand in several. */
export function Section( { title, intro, actions, children }: SectionProps ) {
	return (
		<Card
			className="orderinvoicer-section"
			role="group"
			aria-label={ title }
		>
			<CardHeader>
				<h3 className="orderinvoicer-section__title">{ title }</h3>
				{ actions }
			</CardHeader>
			<CardBody>
				<div className="orderinvoicer-stack">
					{ intro && (
						<p className="orderinvoicer-section__intro">
							{ intro }
						</p>
					) }
					{ children }
				</div>
			</CardBody>
		</Card>
	);
}
