import { sheetMetadata, sheetPage } from "@/app/[locale]/(reading)/map/sheet";

type Props = PageProps<"/[locale]/map/[area]">;

export const generateMetadata = ({ params }: Props) => sheetMetadata({ params });

export default function AreaMapPage({ params }: Props) {
  return sheetPage({ params });
}
